package io.indago.routes.provider;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Stopwatch;
import io.indago.host.LookupResult;
import io.indago.host.LookupRun;
import io.indago.host.Outcome;
import io.indago.host.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One question at a time: who asks what is being asked already waits for the same answer. The question runs to the latest
 * waiter's deadline; each waiter leaves at its own.
 */
final class SingleFlight {
    private final ConcurrentMap<AnswerKey, Flight> flights = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer;
    private final Clock clock;

    SingleFlight(ScheduledExecutorService timer, Clock clock) {
        this.timer = timer;
        this.clock = clock;
    }

    /**
     * How it ended for one waiter.
     *
     * @param shared whether another asked, so that this one cost nothing
     */
    record Landing(LookupResult result, boolean shared) {}

    /**
     * Asks, or joins who does.
     *
     * @param start asks; called at most once, before this returns
     * @param ended told the result, and whether another replica was asked for it, before any waiter is; called as often as
     *     {@code start}
     * @return completes by the deadline
     */
    CompletionStage<Landing> join(
            AnswerKey key, Instant deadline, Supplier<LookupRun> start, BiConsumer<LookupResult, Boolean> ended) {
        while (true) {
            Flight flight = flights.computeIfAbsent(key, any -> new Flight());
            CompletableFuture<Landing> landing = flight.board(deadline, start);
            if (landing != null) {
                flight.watch(() -> flights.remove(key, flight), ended);
                return landing;
            }
            flights.remove(key, flight);
        }
    }

    private final class Flight {
        private final List<Waiter> waiters = new ArrayList<>();
        private @Nullable LookupRun run;
        private Instant deadline = Instant.MIN;
        private boolean watched;
        private boolean over;

        /** Null when it is over. */
        synchronized @Nullable CompletableFuture<Landing> board(Instant until, Supplier<LookupRun> start) {
            if (over) {
                return null;
            }
            Waiter waiter = new Waiter(until);
            if (run == null) {
                run = start.get();
                deadline = until;
            } else if (until.isAfter(deadline)) {
                run.extendTo(until);
                waiters.forEach(this::watch);
                deadline = until;
            } else if (until.isBefore(deadline)) {
                watch(waiter);
            }
            waiters.add(waiter);
            return waiter.landing;
        }

        /** Once, by the first. */
        void watch(Runnable gone, BiConsumer<LookupResult, Boolean> ended) {
            LookupRun current;
            synchronized (this) {
                if (watched || run == null) {
                    return;
                }
                watched = true;
                current = run;
            }
            current.result().whenComplete((result, failure) -> {
                gone.run();
                try {
                    boolean elsewhere = SharedRun.isElsewhere(current);
                    ended.accept(requireNonNull(result, "result"), elsewhere);
                    land(result, elsewhere);
                } catch (RuntimeException ours) {
                    crash(failure == null ? ours : failure);
                }
            });
        }

        /** A mistake of ours: a run never fails. */
        private void crash(Throwable failure) {
            leaving().forEach(waiter -> waiter.landing.completeExceptionally(failure));
        }

        /** The first that still waits has asked, and pays, unless another replica did; the others share. */
        private void land(LookupResult result, boolean elsewhere) {
            List<Waiter> all = leaving();
            for (int i = 0; i < all.size(); i++) {
                all.get(i).land(result, i > 0 || elsewhere);
            }
        }

        private synchronized List<Waiter> leaving() {
            over = true;
            List<Waiter> all = List.copyOf(waiters);
            waiters.clear();
            return all;
        }

        /** Those with the latest deadline need no alarm: the question itself ends then. */
        private void watch(Waiter waiter) {
            if (waiter.alarm == null) {
                long left = Math.max(
                        0, Duration.between(clock.instant(), waiter.until).toNanos());
                waiter.alarm = timer.schedule(() -> leave(waiter), left, TimeUnit.NANOSECONDS);
            }
        }

        private void leave(Waiter waiter) {
            String waitingFor;
            synchronized (this) {
                if (run == null || !waiters.remove(waiter)) {
                    return;
                }
                waitingFor = run.waitingFor();
            }
            waiter.leave("not finished by the deadline: it was waiting for " + waitingFor);
        }
    }

    private final class Waiter {
        private final Instant until;
        private final Stopwatch since = Stopwatch.createStarted();
        private final CompletableFuture<Landing> landing = new CompletableFuture<>();
        private @Nullable ScheduledFuture<?> alarm;

        Waiter(Instant until) {
            this.until = until;
        }

        void land(LookupResult result, boolean shared) {
            if (alarm != null) {
                alarm.cancel(false);
            }
            landing.complete(new Landing(shared ? free(result.outcome()) : result, shared));
        }

        void leave(String reason) {
            landing.complete(new Landing(free(Outcome.without(Status.TIMEOUT, reason)), true));
        }

        private LookupResult free(Outcome outcome) {
            return new LookupResult(outcome, 0, 0, since.elapsed());
        }
    }
}
