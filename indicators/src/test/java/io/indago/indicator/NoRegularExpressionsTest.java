package io.indago.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** SECURITY.md, T-13: hostile text and backtracking do not meet here. */
class NoRegularExpressionsTest {
    private static final List<String> BANNED = List.of(
            "java.util.regex",
            "Pattern.",
            ".matches(",
            ".replaceAll(",
            ".replaceFirst(",
            ".split(\"",
            "java.util.Scanner");

    static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void areNotUsed(Path source) throws IOException {
        assertThat(Files.readString(source)).doesNotContain(BANNED);
    }
}
