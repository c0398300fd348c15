package io.indago.local.chaos;

import java.time.Duration;

/** Looks again and again. */
final class Wait {
    private static final long PAUSE_MILLIS = 100;

    private Wait() {}

    /** Something that may hold later. */
    interface Condition {
        boolean holds() throws InterruptedException;
    }

    /** Whether it held before the limit. */
    static boolean until(Condition condition, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return true;
    }
}
