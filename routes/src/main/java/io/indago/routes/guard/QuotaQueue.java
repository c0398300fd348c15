package io.indago.routes.guard;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** Who waits for a call: callers take turns. Who can't have one in time is told so at once. */
final class QuotaQueue {
    /** Who waits in vain is told in time to say so. */
    private static final Duration IN_TIME = Duration.ofMillis(250);
    /** What nobody tells of, windows that begin for one, is seen within that time. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    private final QuotaHoldings holdings;
    private final LongSupplier nanos;
    private final Turns<Waiter> waiting = new Turns<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private volatile boolean wakes;

    QuotaQueue(QuotaHoldings holdings, LongSupplier nanos) {
        this.holdings = holdings;
        this.nanos = nanos;
    }

    /** Completes within that time; empty when there is no call. */
    CompletableFuture<Optional<QuotaTicket>> take(String caller, Duration patience, ScheduledExecutorService timer) {
        Optional<QuotaTicket> atOnce = waiting.isEmpty() ? holdings.take(patience) : Optional.empty();
        if (atOnce.isPresent()) {
            return CompletableFuture.completedFuture(atOnce);
        }
        Waiter waiter = new Waiter(patience, timer);
        waiting.add(caller, waiter);
        serve();
        waiter.leaveInTime();
        return waiter.ticket;
    }

    /** Gives what there is now. One thread does at a time; who comes meanwhile makes it look again. */
    void serve() {
        if (rounds.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        do {
            serveOnce();
            seen = rounds.addAndGet(-seen);
        } while (seen > 0);
    }

    private void serveOnce() {
        waiting.remove(waiter -> waiter.ticket.isDone());
        for (Optional<Waiter> next = waiting.first(); next.isPresent(); next = waiting.first()) {
            Waiter first = next.get();
            Optional<QuotaTicket> ticket = holdings.take(first.left());
            if (ticket.isPresent()) {
                waiting.firstIsServed();
                first.give(ticket.get());
            } else {
                refuseWhoIsTooLate();
                if (waiting.first().equals(next)) {
                    wakeLater(first.timer);
                    return;
                }
            }
        }
    }

    private void refuseWhoIsTooLate() {
        Duration free = holdings.freeIn();
        waiting.remove(waiter -> waiter.left().compareTo(free) <= 0 || holdings.isCutOff(waiter.left()))
                .forEach(Waiter::leave);
    }

    private void wakeLater(ScheduledExecutorService timer) {
        if (wakes) {
            return;
        }
        wakes = true;
        Duration free = holdings.freeIn();
        Duration pause = free.isZero() || free.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : free;
        timer.schedule(this::wake, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void wake() {
        wakes = false;
        serve();
    }

    private final class Waiter {
        private final CompletableFuture<Optional<QuotaTicket>> ticket = new CompletableFuture<>();
        private final ScheduledExecutorService timer;
        private final long until;

        Waiter(Duration patience, ScheduledExecutorService timer) {
            this.timer = timer;
            until = nanos.getAsLong() + patience.toNanos();
        }

        Duration left() {
            return Duration.ofNanos(until - nanos.getAsLong());
        }

        void give(QuotaTicket call) {
            if (!ticket.complete(Optional.of(call))) {
                call.unused();
            }
        }

        /** It has no call. */
        void leave() {
            ticket.complete(Optional.empty());
        }

        void leaveInTime() {
            if (!ticket.isDone()) {
                long inTime = Math.max(0, left().minus(IN_TIME).toNanos());
                timer.schedule(this::leaveAndLetOthers, inTime, TimeUnit.NANOSECONDS);
            }
        }

        private void leaveAndLetOthers() {
            leave();
            serve();
        }
    }
}
