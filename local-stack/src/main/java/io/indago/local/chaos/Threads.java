package io.indago.local.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How many threads of the kernel's a process has. */
final class Threads {
    private Threads() {}

    /** Empty where the kernel doesn't say so. */
    static OptionalLong of(long pid) {
        Path tasks = Path.of("/proc", Long.toString(pid), "task");
        if (!Files.isDirectory(tasks)) {
            return OptionalLong.empty();
        }
        try (Stream<Path> all = Files.list(tasks)) {
            return OptionalLong.of(all.count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
