package io.indago.host;

import io.indago.spi.LookupContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What a plugin's code may know about the run it works for. */
record StepContext(Instant deadline, String traceId, Clock clock) implements LookupContext {
    private static final Duration LONGEST = Duration.ofHours(1);

    /** A run never lasts longer than an hour, whatever it is told. */
    static StepContext until(Instant deadline, String traceId, Clock clock) {
        Instant latest = clock.instant().plus(LONGEST);
        return new StepContext(deadline.isAfter(latest) ? latest : deadline, traceId, clock);
    }

    @Override
    public Duration timeLeft() {
        Duration left = Duration.between(clock.instant(), deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
