package io.indago.local;

import java.io.PrintStream;
import java.util.Locale;

/** One line per step, each with the time since the beginning. */
final class Progress {

    private final PrintStream out;
    private final long begin = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void step(String sentence) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", (System.nanoTime() - begin) / 1e9, sentence);
    }
}
