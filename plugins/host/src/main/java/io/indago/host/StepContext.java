package io.indago.host;

import io.indago.spi.LookupContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What a plugin's code may know about the run it works for. */
final class StepContext implements LookupContext {
    private static final Duration LONGEST = Duration.ofHours(1);

    private final String traceId;
    private final String caller;
    private final Clock clock;
    private volatile Instant deadline;

    /** A run never lasts longer than an hour, whatever it is told. */
    StepContext(Instant deadline, String traceId, String caller, Clock clock) {
        this.traceId = traceId;
        this.caller = caller;
        this.clock = clock;
        this.deadline = bounded(deadline);
    }

    @Override
    public Instant deadline() {
        return deadline;
    }

    @Override
    public Duration timeLeft() {
        Duration left = Duration.between(clock.instant(), deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public String traceId() {
        return traceId;
    }

    /** Not for plugins: who asks is nothing to them. */
    String caller() {
        return caller;
    }

    /** Moves the deadline; whether that made it later. One thread at a time. */
    boolean extendTo(Instant later) {
        boolean extended = bounded(later).isAfter(deadline);
        if (extended) {
            deadline = bounded(later);
        }
        return extended;
    }

    private Instant bounded(Instant instant) {
        Instant latest = clock.instant().plus(LONGEST);
        return instant.isAfter(latest) ? latest : instant;
    }
}
