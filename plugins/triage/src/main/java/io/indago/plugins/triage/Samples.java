package io.indago.plugins.triage;

import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a search found.
 *
 * @param rows the newest first
 * @param complete whether these are all
 */
record Samples(List<JsonView> rows, boolean complete) {
    private static final int MAX_READ = 3;
    private static final Pattern ID = Pattern.compile("[0-9a-zA-Z-]{1,64}");

    /** @throws ProviderException when it is no reply to a search */
    static Samples of(JsonView body) {
        JsonView data = body.at("/data");
        if (data.kind() != JsonView.Kind.ARRAY) {
            throw TriageError.of("its reply to the search has no array at /data", body);
        }
        List<JsonView> rows = data.items().stream()
                .filter(row -> row.kind() == JsonView.Kind.OBJECT)
                .toList();
        if (rows.isEmpty() && !data.items().isEmpty()) {
            throw TriageError.of("its reply to the search has no objects at /data", body);
        }
        boolean more = body.at("/next").text().filter(next -> !next.isBlank()).isPresent();
        return new Samples(rows, !more);
    }

    /** Of the newest that are finished: a row has no verdict. */
    List<String> toBeRead() {
        return rows.stream()
                .filter(row -> row.textAt("/status", "reported").equals("reported"))
                .flatMap(row -> id(row).stream())
                .distinct()
                .limit(MAX_READ)
                .toList();
    }

    Stream<String> ids() {
        return rows.stream().flatMap(row -> id(row).stream()).distinct();
    }

    static Optional<String> id(JsonView row) {
        return row.at("/id").text().filter(ID.asMatchPredicate());
    }

    /** When it was submitted and when its analysis was finished. */
    static Stream<String> times(JsonView row) {
        return Stream.of("/submitted", "/completed").flatMap(time -> row.at(time).text().stream());
    }
}
