package io.indago.local.chaos;

import java.time.Duration;
import java.util.Random;

/**
 * One scenario under way: what it breaks, the load on it, and the chance that decides when.
 *
 * @param random seeded, so that the same seed decides the same
 * @param outage the longest time something is away
 */
record Turn(Stand stand, Load load, Judge judge, Random random, Duration outage) {
    private static final double EARLIEST = 0.1;
    private static final double LATEST = 0.4;

    /** Returns at some moment in the next part of the load, counted in answers. */
    void awaitMoment() throws InterruptedException {
        double share = EARLIEST + random.nextDouble() * (LATEST - EARLIEST);
        load.awaitAnswered(load.answered() + (int) (share * load.lookups()));
    }

    /** Lets the outage last, from half of the longest time to all of it. */
    void pause() throws InterruptedException {
        Thread.sleep(outage.dividedBy(2).toMillis() + (long) (random.nextDouble() * outage.toMillis() / 2));
    }

    /** A short wait, of up to a second. */
    void blink() throws InterruptedException {
        Thread.sleep(random.nextInt(1_000));
    }
}
