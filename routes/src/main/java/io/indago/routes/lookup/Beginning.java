package io.indago.routes.lookup;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Stopwatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When something began, by the clock on the wall, and how long ago that is, by one that nobody sets. */
public final class Beginning {
    private final Instant at;
    private final Stopwatch elapsed;

    /** @param elapsed how long ago that is */
    public Beginning(Instant at, Stopwatch elapsed) {
        this.at = requireNonNull(at, "at");
        this.elapsed = requireNonNull(elapsed, "elapsed");
    }

    public static Beginning now(Clock clock) {
        return new Beginning(clock.instant(), Stopwatch.createStarted());
    }

    public Instant at() {
        return at;
    }

    /** Never negative, and never an hour too long, whatever is done to the clock on the wall. */
    public Duration elapsed() {
        return elapsed.elapsed();
    }

    /** What the clock on the wall would say if nobody had set it since. */
    public Instant end() {
        return at.plus(elapsed());
    }
}
