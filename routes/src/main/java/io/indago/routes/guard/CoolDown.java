package io.indago.routes.guard;

import io.indago.routes.guard.Hold.By;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a provider wants to be left alone, as it told this replica or another one. */
final class CoolDown {
    private static final Duration USUAL = Duration.ofMinutes(1);

    private final Clock clock;
    private final SharedPauses pauses;
    private volatile Optional<Hold> last = Optional.empty();
    private volatile String name = "";
    private volatile boolean ignored;

    CoolDown(Clock clock, SharedPauses pauses) {
        this.clock = clock;
        this.pauses = pauses;
    }

    /**
     * @param pause under which replicas tell each other
     * @param isIgnored whether there is no limit to respect
     */
    void protect(String pause, boolean isIgnored) {
        name = pause;
        ignored = isIgnored;
    }

    /** It said to come back later, to this replica. */
    void begin(Optional<Duration> retryAfter) {
        Duration time = retryAfter.orElse(USUAL);
        if (rest(time)) {
            pauses.begun(name, time);
        }
    }

    /** Whether that is longer than it is left alone anyway. */
    boolean rest(Duration time) {
        Instant until = clock.instant().plus(time);
        boolean isLonger =
                !ignored && hold().flatMap(Hold::until).filter(until::isBefore).isEmpty();
        if (isLonger) {
            last = Optional.of(new Hold(By.RATE_LIMIT, "held back: its rate limit is spent", Optional.of(until)));
        }
        return isLonger;
    }

    /** Whether that pause is about its credential. */
    boolean isOf(String pause) {
        return name.equals(pause);
    }

    Optional<Hold> hold() {
        Instant now = clock.instant();
        return last.filter(hold -> hold.until().orElse(now).isAfter(now));
    }

    /** How long until it may be called again; zero when now. */
    Duration left() {
        Instant now = clock.instant();
        return hold().flatMap(Hold::until)
                .map(until -> Duration.between(now, until))
                .orElse(Duration.ZERO);
    }
}
