package io.indago.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

/** Writes down what hostile plugins come to, in {@code target/hostile-plugins.md}. */
final class HostileTable {
    private static final Path FILE = Path.of("target/hostile-plugins.md");

    private HostileTable() {}

    /** One row, named after the test that calls the caller. */
    static synchronized void add(String caller, String author, Duration took) {
        String test = StackWalker.getInstance().walk(frames -> frames.map(StackWalker.StackFrame::getMethodName)
                .filter(name -> name.matches("(rejects|reports|ends|survives|cuts|frees|answers|shows|takes).*"))
                .findFirst()
                .orElse("?"));
        String row = "| " + test.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT) + " | " + caller + " | "
                + author.replace('|', '/') + " | " + took.toMillis() + " ms |\n";
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, row, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
