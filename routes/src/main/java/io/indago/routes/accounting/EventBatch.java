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

    /**
     * A record of the topic that can never be stored.
     *
     * @param place in the batch
     * @param error what refuses it
     * @param reason in words
     */
    record Poison(int place, byte[] record, String error, String reason) {}

    /**
     * Stores the records.
     *
     * @return those that can never be stored; the others are stored
     * @throws StoreUnavailableException when the store can't be written now; try the same batch again
     */
    List<Poison> store(List<byte[]> records) throws StoreUnavailableException {
        List<Poison> poison = new ArrayList<>();
        List<Parsed<E>> parsed = new ArrayList<>();
        for (int place = 0; place < records.size(); place++) {
            byte[] record = records.get(place);
            try {
                parsed.add(new Parsed<>(place, record, reader.read(record)));
            } catch (JsonProcessingException | IllegalArgumentException unreadable) {
                poison.add(new Poison(place, record, name(unreadable), "unreadable: " + name(unreadable)));
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
                Parsed<E> alone = events.get(0);
                poison.add(
                        new Poison(alone.place(), alone.record(), name(refused), "refused: " + refused.getMessage()));
                return;
            }
            int half = events.size() / 2;
            store(events.subList(0, half), poison);
            store(events.subList(half, events.size()), poison);
        }
    }

    /** Of what is behind it, if anything is. */
    private static String name(Throwable failure) {
        Throwable cause = failure instanceof RefusedEventException ? failure.getCause() : failure;
        return (cause == null ? failure : cause).getClass().getSimpleName();
    }

    private record Parsed<E>(int place, byte[] record, E event) {}
}
