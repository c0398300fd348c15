package io.indago.routes.guard;

import io.indago.host.HealthResult;
import io.indago.routes.guard.HealthRecord.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks providers and connectors how they are: each by itself, at times of its own, sooner while it is doubtful. What it
 * finds affects that one alone.
 */
public final class HealthMonitor {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration WHILE_DOUBTFUL = Duration.ofSeconds(30);
    private static final Duration FIRST = Duration.ofSeconds(5);

    private final ProviderGuards guards;
    private final ScheduledExecutorService timer;
    private final Clock clock;

    public HealthMonitor(ProviderGuards guards, ScheduledExecutorService timer, Clock clock) {
        this.guards = guards;
        this.timer = timer;
        this.clock = clock;
    }

    /** Whoever can be asked how it is. */
    public interface Patient {
        String id();

        /** Whether a check makes sense now: it is configured, and nobody has switched it off. */
        boolean isToBeChecked();

        /** Whether there is none of that id any more. */
        boolean isGone();

        /** Completes by the deadline and never fails. */
        CompletionStage<HealthResult> health(Instant deadline, String traceId);
    }

    /** Checks it every so often from now on, as long as it is there. */
    public void watch(Patient patient, Duration interval) {
        schedule(patient, interval, () -> shorter(FIRST, interval));
    }

    /** Checks it now. */
    public CompletionStage<Verdict> check(Patient patient) {
        return patient.health(clock.instant().plus(PATIENCE), UUID.randomUUID().toString())
                .thenApply(result -> {
                    Verdict verdict = Verdict.of(result, clock.instant());
                    guards.of(patient.id()).checked(verdict);
                    return verdict;
                });
    }

    private void schedule(Patient patient, Duration interval, Supplier<Duration> next) {
        long nanos = (long) (next.get().toNanos() * ThreadLocalRandom.current().nextDouble(0.8, 1.2));
        timer.schedule(() -> checkAndGoOn(patient, interval), nanos, TimeUnit.NANOSECONDS);
    }

    private void checkAndGoOn(Patient patient, Duration interval) {
        Supplier<Duration> next =
                () -> guards.of(patient.id()).health().isDoubtful() ? shorter(WHILE_DOUBTFUL, interval) : interval;
        if (patient.isGone()) {
            return;
        }
        if (patient.isToBeChecked()) {
            check(patient).whenComplete((verdict, failure) -> schedule(patient, interval, next));
        } else {
            schedule(patient, interval, next);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
