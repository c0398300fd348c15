package io.indago.local.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * One scenario under way: what it breaks, the load on it, and the chance that decides when.
 *
 * @param random seeded, so that the same seed decides the same
 * @param outage the longest time something is away
 * @param notes what is said beside the verdict
 */
record Turn(Stand stand, Load load, Judge judge, Random random, Duration outage, List<String> notes) {
    private static final double EARLIEST = 0.1;
    private static final double LATEST = 0.4;

    /** Returns at some moment in the next part of the load, counted in answers. */
    void awaitMoment() throws InterruptedException {
        double share = EARLIEST + random.nextDouble() * (LATEST - EARLIEST);
        load.awaitAnswered(load.answered() + (int) (share * load.lookups()));
    }

    /** Something was away since then, and has been until now. */
    void wasAwaySince(long from) {
        load.ledger().outage(from, System.nanoTime());
    }

    /** Says it beside the verdict. */
    void note(String words) {
        notes.add(words);
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
