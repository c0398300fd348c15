package io.indago.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxMappingTest {

    @TempDir
    private Path plugins;

    @Test
    void findsMappingsInBothShapesOfAPlugin() throws IOException {
        writeJar(plugins.resolve("one.jar"), "META-INF/indago/sandbox/a.json", "a");
        writeJar(plugins.resolve("two/lib.jar"), "META-INF/indago/sandbox/b.json", "b");

        assertThat(SandboxMapping.inJarsOf(plugins))
                .extracting(SandboxMapping::json)
                .containsExactly("a", "b");
    }

    @Test
    void leavesOtherResourcesAlone() throws IOException {
        writeJar(plugins.resolve("one.jar"), "META-INF/indago/other.json", "a");
        Files.writeString(plugins.resolve("notes.txt"), "no jar");

        assertThat(SandboxMapping.inJarsOf(plugins)).isEmpty();
    }

    @Test
    void goesOnAfterAJarThatIsNone() throws IOException {
        Files.writeString(plugins.resolve("broken.jar"), "no jar");
        writeJar(plugins.resolve("one.jar"), "META-INF/indago/sandbox/a.json", "a");

        assertThat(SandboxMapping.inJarsOf(plugins)).hasSize(1);
    }

    @Test
    void findsNothingWhereThereIsNoFolder() {
        assertThat(SandboxMapping.inJarsOf(plugins.resolve("missing"))).isEmpty();
    }

    private static void writeJar(Path jar, String name, String content) throws IOException {
        Files.createDirectories(jar.getParent());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(name));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
