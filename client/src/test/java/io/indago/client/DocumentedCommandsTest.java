package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The commands in the blocks of the tutorials are those there are. */
class DocumentedCommandsTest {
    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("(?:INDAGO_\\w+=\\S+ )*\\./indago (.*)");

    @TempDir
    private Path folder;

    static Stream<String> documented() {
        return Stream.of("write-a-provider.md", "write-a-connector.md")
                .map(page -> read(Path.of("../docs").resolve(page)))
                .flatMap(page -> SHELL.matcher(page).results())
                .flatMap(block -> block.group(1).lines())
                .filter(line -> COMMAND.matcher(line).matches());
    }

    @Test
    void areSome() {
        assertThat(documented()).hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @MethodSource("documented")
    void areKnown(String line) {
        String words = COMMAND.matcher(line).replaceFirst("$1");
        try (Bench bench = new Bench(folder)) {
            CommandLine commandLine = Main.commandLine(bench.workplace());
            ScriptCommands.addTo(commandLine);

            assertThatCode(() -> commandLine.parseArgs(words.split(" ")))
                    .as(line)
                    .doesNotThrowAnyException();
        }
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
