package io.indago.routes.accounting;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.indago.routes.accounting.EventStore.RefusedEventException;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores a batch of records from Kafka, and finds those that can never be stored.
 *
 * @param <E> what a record says
 */
final class EventBatch<E> {
    private static final Logger LOG = LoggerFactory.getLogger(EventBatch.class);

    private final EventReader<E> reader;
    private final EventStore<E> store;

    EventBatch(EventReader<E> reader, EventStore<E> store) {
        this.reader = reader;
        this.store = store;
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
        List<Parsed<E>> parsed = new ArrayList<>();
        for (byte[] record : records) {
            try {
                parsed.add(new Parsed<>(record, reader.read(record)));
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

    /** Halves a batch the store refuses until what it refuses stands alone. */
    private void store(List<Parsed<E>> events, List<Poison> poison) throws StoreUnavailableException {
        if (events.isEmpty()) {
            return;
        }
        try {
            store.store(events.stream().map(Parsed::event).toList());
        } catch (RefusedEventException refused) {
            if (events.size() == 1) {
                LOG.atWarn()
                        .addKeyValue("event", events.get(0).event())
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

    private record Parsed<E>(byte[] record, E event) {}
}
