package io.indago.routes.provider;

import com.google.common.base.Stopwatch;
import io.indago.host.LookupResult;
import io.indago.host.LookupRun;
import io.indago.host.Outcome;
import io.indago.host.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A question that another replica may be asking already: waits for its answer, or asks when it is this one's turn. */
final class SharedRun implements LookupRun {
    private final SharedFlights flights;
    private final String key;
    private final Function<Instant, LookupRun> ask;
    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final Stopwatch since = Stopwatch.createStarted();
    private final CompletableFuture<LookupResult> result = new CompletableFuture<>();
    private Instant deadline;
    private @Nullable LookupRun own;
    private volatile boolean elsewhere;

    /**
     * @param ask asks the provider, until that deadline
     */
    SharedRun(
            SharedFlights flights,
            String key,
            Instant deadline,
            Function<Instant, LookupRun> ask,
            ScheduledExecutorService timer,
            Clock clock) {
        this.flights = flights;
        this.key = key;
        this.deadline = deadline;
        this.ask = ask;
        this.timer = timer;
        this.clock = clock;
    }

    SharedRun begin() {
        flights.answer(key, deadline).whenComplete((answer, failure) -> {
            if (answer != null && answer.isPresent()) {
                elsewhere = true;
                result.complete(free(answer.get()));
            } else {
                askProvider();
            }
        });
        leaveAtTheDeadline();
        return this;
    }

    /** Whether another replica was asked, so that this one cost nothing. */
    static boolean isElsewhere(LookupRun run) {
        return run instanceof SharedRun shared && shared.elsewhere;
    }

    private void askProvider() {
        LookupRun asking;
        synchronized (this) {
            if (result.isDone()) {
                flights.landed(key, tooLate());
                return;
            }
            asking = ask.apply(deadline);
            own = asking;
        }
        asking.result().whenComplete((ended, failure) -> {
            flights.landed(key, ended == null ? tooLate() : ended.outcome());
            if (ended == null) {
                result.completeExceptionally(failure);
            } else {
                result.complete(ended);
            }
        });
    }

    /** While another asks; who asks itself ends by itself. */
    private void leaveAtTheDeadline() {
        Duration left = left();
        if (left.isNegative() || left.isZero()) {
            leave(tooLate());
        } else if (!result.isDone()) {
            timer.schedule(this::leaveAtTheDeadline, left.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private synchronized Duration left() {
        return Duration.between(clock.instant(), deadline);
    }

    private void leave(Outcome outcome) {
        if (asks().isEmpty()) {
            elsewhere = true;
            result.complete(free(outcome));
        }
    }

    private synchronized Optional<LookupRun> asks() {
        return Optional.ofNullable(own);
    }

    private static Outcome tooLate() {
        return Outcome.without(
                Status.TIMEOUT,
                "not finished by the deadline: it was waiting for another replica, which asks the same");
    }

    private LookupResult free(Outcome outcome) {
        return new LookupResult(outcome, 0, 0, since.elapsed());
    }

    @Override
    public CompletionStage<LookupResult> result() {
        return result;
    }

    @Override
    public synchronized void extendTo(Instant later) {
        if (later.isAfter(deadline)) {
            deadline = later;
            Optional.ofNullable(own).ifPresent(run -> run.extendTo(later));
        }
    }

    @Override
    public void cancel() {
        asks().ifPresentOrElse(
                        LookupRun::cancel, () -> leave(Outcome.without(Status.KILLED, "nobody waits for it any more")));
    }

    @Override
    public String waitingFor() {
        return asks().map(LookupRun::waitingFor).orElse("another replica, which asks the same");
    }
}
