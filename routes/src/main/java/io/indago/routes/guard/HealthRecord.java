package io.indago.routes.guard;

import io.indago.host.ErrorCause;
import io.indago.host.HealthResult;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.routes.guard.Hold.By;
import io.indago.spi.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the health checks of one provider or connector found. One failure says little: from the third in a row it is held
 * back, and two successes in a row end that. A check that can't tell changes nothing.
 */
public final class HealthRecord {
    private static final int FAILURES = 3;
    private static final int SUCCESSES = 2;

    private Optional<Verdict> last = Optional.empty();
    private int failures;
    private int successes;
    private boolean sick;

    /**
     * One check.
     *
     * @param failure how it ended, where it brought no health
     */
    public record Verdict(Health health, Optional<Outcome> failure, Instant at, Duration took) {

        static Verdict of(HealthResult result, Instant at) {
            return new Verdict(result.health(), result.failure(), at, result.took());
        }

        boolean isUp() {
            return health.state() == Health.State.UP;
        }

        String reason() {
            return health.reason();
        }

        /** Whether the credential was refused. */
        public boolean credentialRefused() {
            return endedAs(Status.UNAUTHORISED);
        }

        /** Whether the quota is spent. */
        public boolean rateLimited() {
            return endedAs(Status.RATE_LIMITED);
        }

        /** Whether anything answered at all. */
        public boolean reached() {
            return failure.map(outcome -> outcome.status() == Status.UNAUTHORISED
                            || outcome.status() == Status.RATE_LIMITED
                            || outcome.errorCause()
                                    .filter(cause -> cause == ErrorCause.BAD_REPLY)
                                    .isPresent())
                    .orElse(health.state() != Health.State.UNKNOWN);
        }

        private boolean endedAs(Status status) {
            return failure.filter(outcome -> outcome.status() == status).isPresent();
        }
    }

    synchronized void add(Verdict verdict) {
        last = Optional.of(verdict);
        switch (verdict.health().state()) {
            case UP -> {
                failures = 0;
                successes++;
                sick = sick && successes < SUCCESSES;
            }
            case DOWN -> {
                successes = 0;
                failures++;
                sick = sick || failures >= FAILURES;
            }
            case UNKNOWN -> {}
        }
    }

    synchronized void forget() {
        failures = 0;
        successes = 0;
        sick = false;
    }

    synchronized Optional<Hold> hold() {
        return sick
                ? last.map(verdict ->
                        new Hold(By.HEALTH, "held back: its health checks fail: " + verdict.reason(), Optional.empty()))
                : Optional.empty();
    }

    /** The last check; empty when there was none. */
    public synchronized Optional<Verdict> last() {
        return last;
    }

    /** How many checks failed in a row. */
    public synchronized int failuresInARow() {
        return failures;
    }

    /** Whether it is held back, or soon might be: check again before long. */
    synchronized boolean isDoubtful() {
        return sick || failures > 0;
    }
}
