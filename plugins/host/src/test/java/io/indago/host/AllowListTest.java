package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllowListTest {
    @TempDir
    private Path directory;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = directory.resolve("plugins");
        PluginFixture.named("good").into(folder);
        PluginFixture.named("other").into(folder);
    }

    @Test
    void allowsAllWhenItIsEmpty() {
        try (Scene scene = open(List.of())) {
            assertThat(scene.plugin("other").state()).isEqualTo(PluginState.ACTIVE);
        }
    }

    @Test
    void allowsWhatIsOnIt() throws Exception {
        try (Scene scene = open(List.of(sha256("good"), " " + sha256("other").toUpperCase(Locale.ROOT)))) {
            assertThat(scene.plugin("other").state()).isEqualTo(PluginState.ACTIVE);
            scene.assertGoodAnswers();
        }
    }

    @Test
    void rejectsWhatIsNotOnItBeforeLoadingAClass() throws Exception {
        try (Scene scene = open(List.of(sha256("good")))) {
            scene.assertRejected(
                    "other",
                    "other.jar is not on the allow-list: if you trust it, add its SHA-256 to indago.plugins.allow-list: "
                            + sha256("other"));
            assertThat(Scene.threadsOf("other")).isEmpty();
        }
    }

    @Test
    void rejectsAJarChangedByOneByte() throws Exception {
        List<String> allowed = List.of(sha256("good"), sha256("other"));
        Files.write(folder.resolve("other.jar"), new byte[] {0}, StandardOpenOption.APPEND);

        try (Scene scene = open(allowed)) {
            scene.assertRejected("other", "other.jar is not on the allow-list");
        }
    }

    @Test
    void showsTheDigestOfWhatIsLoaded() throws Exception {
        try (Scene scene = open(List.of())) {
            assertThat(scene.plugin("other").jars()).containsExactly(new PluginJar("other.jar", sha256("other")));
        }
    }

    private Scene open(List<String> allowList) {
        return Scene.open(Scene.config(folder, allowList, Map.of(), Map.of()));
    }

    private String sha256(String plugin) throws Exception {
        byte[] jar = Files.readAllBytes(folder.resolve(plugin + ".jar"));
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar));
    }
}
