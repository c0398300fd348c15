package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginFolderTest {
    @TempDir
    private Path directory;

    private Path folder;

    @BeforeEach
    void makeFolder() {
        folder = directory.resolve("plugins");
    }

    @Test
    void rejectsFilesThatAreNoJar() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        Files.writeString(folder.resolve("bad.jar"), "no zip");
        Files.writeString(folder.resolve("README.txt"), "ignored");
        try (Scene scene = Scene.with(folder)) {
            scene.assertRejected("bad", "bad.jar is no readable jar");
            scene.assertRejected("empty", "no jar of it has");
            assertThat(scene.host().plugins()).extracting(PluginStatus::name).containsExactly("bad", "empty", "good");
        }
    }

    @Test
    void needsNoFolder() {
        try (Scene scene = Scene.open(folder)) {
            assertThat(scene.host().plugins()).isEmpty();
            assertThat(scene.host().problems()).isEmpty();
        }
    }
}
