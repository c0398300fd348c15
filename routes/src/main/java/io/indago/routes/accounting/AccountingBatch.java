package io.indago.routes.accounting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.accounting.AccountingStore.RefusedEventException;
import io.indago.routes.accounting.AccountingStore.StoreUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores a batch of records from Kafka, and finds those that can never be stored. */
final class AccountingBatch {
    private static final Logger LOG = LoggerFactory.getLogger(AccountingBatch.class);

    private final AccountingStore store;
    private final ObjectMapper json;

    AccountingBatch(AccountingStore store, ObjectMapper json) {
        this.store = store;
        this.json = json;
    }

    /** A record of the topic that can never be stored, and why. */
    record Poison(byte[] record, String reason) {}

    /**
     * Stores the records.
     *
     * @return those that can never be stored; the others are stored
     * @throws StoreUnavailableException when the store can't be written now; try the same batch again
     */
    List<Poison> store(List<byte[]> records) throws StoreUnavailableException {
        List<Poison> poison = new ArrayList<>();
        List<Parsed> parsed = new ArrayList<>();
        for (byte[] record : records) {
            try {
                parsed.add(new Parsed(record, parse(record)));
            } catch (JsonProcessingException | IllegalArgumentException unreadable) {
                poison.add(new Poison(
                        record, "unreadable: " + unreadable.getClass().getSimpleName()));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        store(parsed, poison);
        return poison;
    }

    private AccountingEvent parse(byte[] record) throws IOException {
        AccountingEvent event = json.readValue(record, AccountingEvent.class);
        if (event == null || !AccountingEvent.SCHEMA.equals(event.schema()) || event.id() == null) {
            throw new IllegalArgumentException("not an event of " + AccountingEvent.SCHEMA);
        }
        return event;
    }

    /** Halves a batch the store refuses until what it refuses stands alone. */
    private void store(List<Parsed> events, List<Poison> poison) throws StoreUnavailableException {
        if (events.isEmpty()) {
            return;
        }
        try {
            store.store(events.stream().map(Parsed::event).toList());
        } catch (RefusedEventException refused) {
            if (events.size() == 1) {
                LOG.atWarn()
                        .addKeyValue("id", events.get(0).event().id())
                        .setCause(refused)
                        .log("Event refused");
                poison.add(new Poison(events.get(0).record(), "refused: " + refused.getMessage()));
                return;
            }
            int half = events.size() / 2;
            store(events.subList(0, half), poison);
            store(events.subList(half, events.size()), poison);
        }
    }

    private record Parsed(byte[] record, AccountingEvent event) {}
}
