package io.indago.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is measured, and how long everything lasts.
 *
 * @param warmUp of each server before the first round
 * @param settle of each cell before its window
 * @param window in which throughput and latencies count
 * @param starts of each hub, for the time until it is ready
 */
record Plan(String name, List<Cell> cells, Duration warmUp, Duration settle, Duration window, int rounds, int starts) {
    static final Plan FULL =
            new Plan("full", Cell.ALL, Duration.ofSeconds(120), Duration.ofSeconds(2), Duration.ofSeconds(10), 3, 3);
    /** Does it still work. */
    static final Plan QUICK =
            new Plan("quick", Cell.ALL, Duration.ofSeconds(12), Duration.ofSeconds(1), Duration.ofSeconds(3), 1, 1);
    /** Did a change help: only the cells that cost, but warm. */
    static final Plan BRIEF = new Plan(
            "brief",
            List.of(Cell.FAST, Cell.SLOW, Cell.CROWD),
            Duration.ofSeconds(60),
            Duration.ofSeconds(2),
            Duration.ofSeconds(8),
            1,
            1);

    static Plan named(String name) {
        return Stream.of(FULL, QUICK, BRIEF)
                .filter(plan -> plan.name().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no plan '" + name + "'"));
    }

    boolean has(Cell cell) {
        return cells.contains(cell);
    }

    /** What is profiled must be warm. */
    Plan forProfile() {
        Duration enough = warmUp.toSeconds() < 60 ? Duration.ofSeconds(60) : warmUp;
        return new Plan(name, cells, enough, settle, window, rounds, starts);
    }
}
