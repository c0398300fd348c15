package io.indago.bench;

import java.time.Duration;

/** Tells on standard error what is going on; the table goes to standard output. */
final class Progress {
    private final long begin = System.nanoTime();

    void step(String sentence) {
        Duration since = Duration.ofNanos(System.nanoTime() - begin);
        System.err.printf("[%2d:%02d] %s%n", since.toMinutes(), since.toSecondsPart(), sentence);
    }
}
