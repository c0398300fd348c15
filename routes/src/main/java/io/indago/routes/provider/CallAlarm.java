package io.indago.routes.provider;

import io.indago.host.CallLimits;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/** Cuts a call at its deadline, wherever that has moved by then, and as soon as nobody waits for it. */
final class CallAlarm {
    private final CallLimits limits;
    private final Cancellable call;
    private final ScheduledExecutorService timer;
    private final Clock clock;
    private @Nullable ScheduledFuture<?> next;
    private boolean rang;
    private boolean off;

    CallAlarm(CallLimits limits, Cancellable call, ScheduledExecutorService timer, Clock clock) {
        this.limits = limits;
        this.call = call;
        this.timer = timer;
        this.clock = clock;
    }

    void set() {
        ring();
        limits.over().whenComplete((ended, failure) -> cut());
    }

    private synchronized void ring() {
        long left = Duration.between(clock.instant(), limits.deadline()).toMillis();
        if (off) {
            return;
        }
        if (left > 0) {
            next = timer.schedule(this::ring, left, TimeUnit.MILLISECONDS);
        } else {
            rang = true;
            cut();
        }
    }

    private synchronized void cut() {
        if (!off) {
            call.cancel();
        }
    }

    /** Whether it cut the call at the deadline. */
    synchronized boolean rang() {
        return rang;
    }

    synchronized void off() {
        off = true;
        if (next != null) {
            next.cancel(false);
        }
    }
}
