package io.indago.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Indicators written one per line, with blank lines and comments between them. */
final class IndicatorList {
    static final Path STANDARD_INPUT = Path.of("-");
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private IndicatorList() {}

    /** @param file {@code -} for standard input */
    static List<String> read(Path file, InputStream standardInput) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return read(standardInput);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    /** What is not UTF-8 becomes replacement characters, so that one bad line costs no other. */
    static List<String> read(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                .lines()
                .map(line -> line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line)
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
