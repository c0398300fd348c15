package io.indago.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What hostile plugins come to, to be written down. */
final class HostileTable {
    private final List<String> rows = new ArrayList<>(List.of(
            "| A plugin that | the caller sees | its author sees | start, lookup, close, ms | threads it holds |",
            "|---|---|---|---|---|"));

    void add(String does, String caller, String author, List<Duration> took, long threads) {
        String times = took.stream().map(time -> "" + time.toMillis()).collect(Collectors.joining(", "));
        rows.add("| " + String.join(" | ", does, caller, author, times, "" + threads) + " |");
    }

    void writeTo(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, rows);
    }
}
