package io.indago.bench;

import java.time.Duration;

/**
 * How long everything lasts.
 *
 * @param warmUp of each server before the first round
 * @param settle of each cell before its window
 * @param window in which throughput and latencies count
 * @param starts of each hub, for the time until it is ready
 */
record Plan(String name, Duration warmUp, Duration settle, Duration window, int rounds, int starts) {
    static final Plan FULL =
            new Plan("full", Duration.ofSeconds(120), Duration.ofSeconds(2), Duration.ofSeconds(10), 3, 3);
    static final Plan QUICK =
            new Plan("quick", Duration.ofSeconds(12), Duration.ofSeconds(1), Duration.ofSeconds(3), 1, 1);

    /** What is profiled must be warm. */
    Plan forProfile() {
        Duration enough = warmUp.toSeconds() < 60 ? Duration.ofSeconds(60) : warmUp;
        return new Plan(name, enough, settle, window, rounds, starts);
    }
}
