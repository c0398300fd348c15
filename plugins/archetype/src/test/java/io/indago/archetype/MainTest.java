package io.indago.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
    private static final Checkout CHECKOUT = new Checkout(Path.of("../.."));

    private final StringWriter told = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void refusesAFolderThatIsNotEmpty() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThat(run(folder.toString(), "--id", "acme")).isEqualTo(2);
        assertThat(told).asString().contains("exists and is not empty").contains("nothing is overwritten");
        assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("notes.txt"));
    }

    @Test
    void refusesAFileInThePlaceOfAFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThat(run(file.toString(), "--id", "acme")).isEqualTo(2);
        assertThat(told).asString().contains("is a file");
    }

    @Test
    void refusesABadIdBeforeItWritesAnything() {
        assertThat(run(folder.resolve("new").toString(), "--id", "My Provider")).isEqualTo(2);
        assertThat(told).asString().startsWith("indago: the id 'My Provider' is none");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAKindThereIsNot() {
        assertThat(run(folder.toString(), "--id", "acme", "--kind", "python")).isEqualTo(2);
        assertThat(told).asString().contains("python").contains("descriptor, java, connector");
    }

    @Test
    void asksForAnId() {
        assertThat(run(folder.toString())).isEqualTo(2);
        assertThat(told).asString().contains("--id");
    }

    @Test
    void saysWhatIsNotBuilt() {
        Checkout unbuilt = new Checkout(folder.resolve("unbuilt"));

        assertThat(run(unbuilt, folder.resolve("new").toString(), "--id", "acme"))
                .isEqualTo(1);
        assertThat(told).asString().contains("unbuilt");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    private int run(String... arguments) {
        return run(CHECKOUT, arguments);
    }

    private int run(Checkout checkout, String... arguments) {
        CommandLine commandLine = Main.commandLine(checkout);
        return commandLine
                .setOut(new PrintWriter(told, true))
                .setErr(new PrintWriter(told, true))
                .execute(arguments);
    }
}
