package io.indago.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The processor's time of a process by its threads, numbers in their names left out; the JVM's own included, which no
 * profiler sees.
 */
record ThreadTimes(Map<String, Double> seconds) {
    private static final int SHOWN = 12;

    static ThreadTimes of(ProcessFiles process) {
        Map<String, Double> seconds = new HashMap<>();
        Path threads = Path.of("/proc", Long.toString(process.pid()), "task");
        try (Stream<Path> all = Files.list(threads)) {
            for (Path thread : all.toList()) {
                read(thread, seconds);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ThreadTimes(seconds);
    }

    private static void read(Path thread, Map<String, Double> seconds) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
            seconds.merge(name.replaceAll("\\d+", "*"), ProcessFiles.cpuSeconds(stat), Double::sum);
        } catch (IOException e) {
            // it has ended meanwhile
        }
    }

    /** The shares since then, as Markdown. */
    String since(ThreadTimes before) {
        Map<String, Double> spent = new HashMap<>();
        seconds.forEach((name, total) -> spent.put(name, total - before.seconds.getOrDefault(name, 0.0)));
        double all = spent.values().stream().mapToDouble(Double::doubleValue).sum();
        List<String> most = spent.keySet().stream()
                .sorted(Comparator.comparing(spent::get, Comparator.reverseOrder()))
                .limit(SHOWN)
                .toList();
        StringBuilder table = new StringBuilder("| Threads | CPU time |\n|---|--:|\n");
        most.forEach(name ->
                table.append(String.format(Locale.ROOT, "| %s | %.1f %% |%n", name, 100 * spent.get(name) / all)));
        return table.append('\n').toString();
    }
}
