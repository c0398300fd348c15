package io.indago.routes.connector;

import static java.util.Objects.requireNonNull;

import io.indago.routes.accounting.EventStoreRoutes;
import io.indago.routes.connector.ConsumerGroups.Progress;
import io.indago.routes.connector.ConsumerGroups.UnreachableException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far what is stored is behind what was recorded. Kafka is asked by {@link #look} alone, so that nobody who wants to know
 * waits for it.
 */
public final class StoreLag {
    private static final long FAR = 10_000;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<EventStoreRoutes> stores;
    private final Groups kafka;
    private final Clock clock;
    private volatile Map<String, Reading> readings = Map.of();

    public StoreLag(List<EventStoreRoutes> stores, Groups kafka, MeterRegistry meters, Clock clock) {
        this.stores = List.copyOf(stores);
        this.kafka = requireNonNull(kafka, "kafka");
        this.clock = requireNonNull(clock, "clock");
        stores.forEach(store -> Gauge.builder("indago." + store.concern() + ".lag", () -> waiting(store.concern()))
                .description("Events in Kafka that are not stored yet")
                .register(meters));
    }

    /** Knows how far consumer groups have come. */
    @FunctionalInterface
    public interface Groups {
        Progress progress(String topic, String group) throws UnreachableException;
    }

    /**
     * How far one store was.
     *
     * @param since when it last did something, or had nothing to do
     */
    public record Reading(Progress progress, Instant since, Instant at) {

        /** Whether somebody should look after it: it has far to go, or does not go at all. */
        public boolean isWorrying() {
            return progress.waiting() >= FAR || still().compareTo(LONG) >= 0;
        }

        /** For how long it has done nothing of what there is to do. */
        public Duration still() {
            return Duration.between(since, at);
        }

        private Reading then(Progress now, Instant when) {
            boolean stands = progress.waiting() > 0 && now.waiting() > 0 && progress.done() == now.done();
            return new Reading(now, stands ? since : when, when);
        }
    }

    /** Asks Kafka. While it can't say, nothing is known. */
    public synchronized void look() {
        Instant now = clock.instant();
        Map<String, Reading> seen = new TreeMap<>();
        try {
            for (EventStoreRoutes store : stores) {
                Progress progress = kafka.progress(store.topic(), store.group());
                seen.put(
                        store.concern(),
                        Optional.ofNullable(readings.get(store.concern()))
                                .map(before -> before.then(progress, now))
                                .orElseGet(() -> new Reading(progress, now, now)));
            }
            readings = seen;
        } catch (UnreachableException away) {
            readings = Map.of();
        }
    }

    /** By what the events are about, as it was when last looked at; empty when that could not be seen. */
    public Map<String, Reading> readings() {
        return Map.copyOf(readings);
    }

    private double waiting(String concern) {
        return Optional.ofNullable(readings.get(concern))
                .map(reading -> (double) reading.progress().waiting())
                .orElse(Double.NaN);
    }
}
