package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionCommandTest {
    private static final Path SCRIPT = Path.of("../indago");

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void knowsEveryCommand(String shell) throws IOException {
        assertThat(bench.run("completion", shell)).isZero();

        String commands = firstMatch("(?m)^  local commands=\"(.*)\"$", bench.out());
        assertThat(commands.split(" ")).containsExactlyInAnyOrderElementsOf(commandsOfTheScript());
    }

    /** The words that the launcher script dispatches on; of the help option only the word. */
    private static Set<String> commandsOfTheScript() throws IOException {
        String script = Files.readString(SCRIPT);
        String dispatch = script.substring(script.lastIndexOf("\ncase $command in"));
        return Pattern.compile("(?m)^    ([a-z][a-z |-]*)\\)")
                .matcher(dispatch)
                .results()
                .map(result -> result.group(1))
                .flatMap(words -> Arrays.stream(words.split("\\|")))
                .map(String::strip)
                .filter(word -> word.matches("[a-z]+(-[a-z]+)*"))
                .collect(Collectors.toSet());
    }

    @Test
    void knowsOptionsAndParts() {
        bench.run("completion", "bash");

        assertThat(bench.out())
                .contains("'--parallel'", "'--issuer'", "AMBER+STRICT", "keycloak", "new-plugin", "connector")
                .contains("complete -F _complete_indago -o default indago");
    }

    @Test
    void knowsTheCommandsOnOnePlugin() {
        bench.run("completion", "bash");

        assertThat(bench.out())
                .contains("  local commands=\"show check enable disable kill deliveries retry rescan\"\n")
                .contains("  local arg_opts=\"'--reason' '--url' '--issuer' '--client-id'\"");
    }

    @Test
    void knowsTwoShells() {
        assertThat(bench.run("completion", "fish")).isEqualTo(2);
        assertThat(bench.run("completion")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lookup",
                "login",
                "logout",
                "plugins",
                "plugins show",
                "plugins check",
                "plugins enable",
                "plugins disable",
                "plugins kill",
                "plugins deliveries",
                "plugins retry",
                "plugins rescan",
                "usage",
                "limits",
                "audit",
                "audit verify",
                "reports",
                "requests",
                "dlq",
                "dlq list",
                "dlq replay",
                "completion"
            })
    void everyCommandHelpsAStranger(String command) {
        assertThat(bench.run((command + " --help").split(" "))).isZero();

        assertThat(bench.out()).contains("\n\nUsage: indago " + command, "Example", "Exit codes:\n  0   ");
        assertThat(bench.out().chars()).allMatch(character -> character < 0x7f);
    }

    private static String firstMatch(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
