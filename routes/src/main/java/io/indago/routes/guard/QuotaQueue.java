package io.indago.routes.guard;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** Who waits for a call, in the order of coming; who can't have one in time is told so at once. */
final class QuotaQueue {
    /** Who waits in vain is told in time to say so. */
    private static final Duration IN_TIME = Duration.ofMillis(250);
    /** What nobody tells of, windows that begin for one, is seen within that time. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    private final QuotaHoldings holdings;
    private final LongSupplier nanos;
    private final Queue<Waiter> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private volatile boolean wakes;

    QuotaQueue(QuotaHoldings holdings, LongSupplier nanos) {
        this.holdings = holdings;
        this.nanos = nanos;
    }

    /** Completes within that time; empty when there is no call. */
    CompletableFuture<Optional<QuotaTicket>> take(Duration patience, ScheduledExecutorService timer) {
        Optional<QuotaTicket> atOnce = waiting.isEmpty() ? holdings.take(patience) : Optional.empty();
        if (atOnce.isPresent()) {
            return CompletableFuture.completedFuture(atOnce);
        }
        Waiter waiter = new Waiter(patience, timer);
        waiting.add(waiter);
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
        waiting.removeIf(waiter -> waiter.ticket.isDone());
        for (Waiter first = waiting.peek(); first != null; first = waiting.peek()) {
            Optional<QuotaTicket> ticket = holdings.take(first.left());
            if (ticket.isEmpty()) {
                refuseWhoIsTooLate();
                if (waiting.peek() == first) {
                    wakeLater(first.timer);
                    return;
                }
            } else {
                waiting.remove(first);
                first.give(ticket.get());
            }
        }
    }

    private void refuseWhoIsTooLate() {
        Duration free = holdings.freeIn();
        waiting.removeIf(waiter -> {
            Duration left = waiter.left();
            boolean isTooLate = left.compareTo(free) <= 0 || holdings.isCutOff(left);
            return isTooLate && waiter.leave();
        });
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

        /** True: it has no call. */
        boolean leave() {
            ticket.complete(Optional.empty());
            return true;
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
