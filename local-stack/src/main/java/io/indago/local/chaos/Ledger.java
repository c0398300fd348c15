package io.indago.local.chaos;

import io.indago.local.chaos.Attempt.Fate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Every lookup of one scenario, kept by the one who made it. Each value is asked for once in all. */
final class Ledger {
    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();
    private final AtomicInteger answered = new AtomicInteger();
    private volatile Optional<Span> outage = Optional.empty();

    void note(Attempt attempt) {
        if (attempts.putIfAbsent(attempt.value(), attempt) != null) {
            throw new IllegalStateException(attempt.value() + " was asked for twice");
        }
        if (attempt.is(Fate.ANSWERED)) {
            answered.incrementAndGet();
        }
    }

    /** Between these two moments something was away. */
    void outage(long from, long until) {
        outage = Optional.of(new Span(from, until));
    }

    Latencies latencies() {
        return Latencies.of(attempts.values(), outage);
    }

    int answered() {
        return answered.get();
    }

    Collection<Attempt> attempts() {
        return attempts.values();
    }
}
