package io.indago.plugins.intelx;

import io.indago.spi.ErrorKind;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a search has found so far.
 *
 * @param records each once
 * @param over whether the search is over
 */
record Found(List<JsonView> records, boolean over) {
    static final Found NOTHING_YET = new Found(List.of(), false);

    private static final int MORE_TO_COME = 0;
    private static final int OVER = 1;
    private static final int UNKNOWN_SEARCH = 2;
    private static final int NOTHING_SINCE = 3;

    boolean isFull() {
        return records.size() >= IntelxApi.MOST_RECORDS;
    }

    /**
     * With what came since. The last records may come with the word that there are no more.
     *
     * @throws ProviderException when the search was lost, or that is no reply to it
     */
    Found with(JsonView body) {
        int status = (int) body.integerAt("/status", -1);
        return switch (status) {
            case MORE_TO_COME, NOTHING_SINCE -> new Found(together(body.at("/records")), false);
            case OVER -> new Found(together(body.at("/records")), true);
            case UNKNOWN_SEARCH ->
                throw ProviderException.of(ErrorKind.UNAVAILABLE, "Intelligence X has lost the search");
            default -> throw IntelxApi.unreadable("its reply to a search's results has no status of 0 to 3 at /status");
        };
    }

    private List<JsonView> together(JsonView more) {
        if (more.exists() && more.kind() != JsonView.Kind.NULL && more.kind() != JsonView.Kind.ARRAY) {
            throw IntelxApi.unreadable("what it found is no array at /records");
        }
        List<JsonView> all = new ArrayList<>(records);
        for (JsonView record : more.items()) {
            Optional<String> id = id(record);
            boolean known =
                    id.isPresent() && all.stream().anyMatch(other -> id(other).equals(id));
            if (record.kind() == JsonView.Kind.OBJECT && !known) {
                all.add(record);
            }
        }
        return List.copyOf(all);
    }

    private static Optional<String> id(JsonView record) {
        return record.at("/systemid").text();
    }
}
