package io.indago.routes.provider;

import io.indago.host.CallLimits;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How many lookups may hold a long reply at once, over all providers: so many that they take no more than a quarter of the
 * heap, however many providers send whatever they like. Others wait, within their deadline, with the beginning of theirs.
 */
final class LongReplies {
    /** Longer replies are long. Nearly none are. */
    static final int SHORT = 256 * 1024;

    private static final long LONGEST = 8L * 1024 * 1024;

    private final Semaphore places;

    LongReplies() {
        this((int) Math.max(2, Runtime.getRuntime().maxMemory() / 4 / LONGEST));
    }

    LongReplies(int places) {
        this.places = new Semaphore(places, true);
    }

    /** Waits for a place, which is free again when the lookup is over; false when that takes too long. */
    boolean enter(CallLimits limits, Clock clock) throws InterruptedException {
        long left = Duration.between(clock.instant(), limits.deadline()).toMillis();
        if (!places.tryAcquire(Math.max(0, left), TimeUnit.MILLISECONDS)) {
            return false;
        }
        AtomicBoolean free = new AtomicBoolean();
        limits.over().whenComplete((ended, failure) -> {
            if (free.compareAndSet(false, true)) {
                places.release();
            }
        });
        return true;
    }
}
