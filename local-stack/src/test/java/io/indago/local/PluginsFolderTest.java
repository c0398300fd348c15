package io.indago.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsFolderTest {

    @TempDir
    private Path root;

    @Test
    void replacesBundledJarsAndLeavesOthersAlone() throws IOException {
        Path bundle = Files.createDirectory(root.resolve("bundle"));
        Path plugins = Files.createDirectory(root.resolve("plugins"));
        Files.writeString(bundle.resolve("ours.jar"), "new");
        Files.writeString(plugins.resolve("ours.jar"), "old");
        Files.writeString(plugins.resolve("theirs.jar"), "kept");

        new PluginsFolder(plugins).refresh(bundle);

        assertThat(plugins.resolve("ours.jar")).hasContent("new");
        assertThat(plugins.resolve("theirs.jar")).hasContent("kept");
    }

    @Test
    void comesIntoBeingWithoutABundle() {
        Path plugins = root.resolve("plugins");

        new PluginsFolder(plugins).refresh(root.resolve("missing"));

        assertThat(plugins).isEmptyDirectory();
    }
}
