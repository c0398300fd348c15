package io.indago.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Cores by their numbers, as Linux counts them.
 *
 * @param list as taskset wants it: {@code 1} or {@code 2,3}
 */
record Cpus(String list) {
    private static final int IDLE = 4;
    private static final int IO_WAIT = 5;

    List<String> pinned(List<String> command) {
        return Lists.join(List.of("taskset", "-c", list), command);
    }

    /** Moves a running process with all its threads here. */
    void pin(long pid) {
        Command.run("taskset", "-a", "-c", "-p", list, Long.toString(pid));
    }

    int count() {
        return list.split(",").length;
    }

    /** How long they have been busy, whoever kept them so. */
    double busySeconds() {
        List<String> own =
                Arrays.stream(list.split(",")).map(number -> "cpu" + number).toList();
        try {
            return Files.readAllLines(Path.of("/proc/stat")).stream()
                            .map(line -> line.split(" +"))
                            .filter(words -> own.contains(words[0]))
                            .mapToLong(Cpus::busyTicks)
                            .sum()
                    / ProcessFiles.TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long busyTicks(String[] words) {
        long ticks = 0;
        for (int i = 1; i <= 8; i++) {
            ticks += i == IDLE || i == IO_WAIT ? 0 : Long.parseLong(words[i]);
        }
        return ticks;
    }
}
