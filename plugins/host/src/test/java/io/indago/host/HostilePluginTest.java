package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that can't be loaded: each costs itself, and says why in words for its author. */
class HostilePluginTest {
    @TempDir
    private Path directory;

    private Path folder;

    @BeforeEach
    void makeFolder() {
        folder = directory.resolve("plugins");
    }

    @Test
    void rejectsOneThatThrowsInItsStaticInitialiser() throws IOException {
        try (Scene scene = Scene.with(
                folder, bad().with("static", "static { if (true) throw new IllegalStateException(\"no luck\"); }"))) {
            scene.assertRejected("bad", "can't be created: IllegalStateException: no luck");
        }
    }

    @Test
    void rejectsOneThatThrowsInItsConstructor() throws IOException {
        try (Scene scene = Scene.with(folder, bad().with("constructor", "throw new AssertionError(\"not me\");"))) {
            scene.assertRejected("bad", "can't be created: AssertionError: not me");
        }
    }

    @Test
    void rejectsOneThatBlocksInItsConstructor() throws IOException {
        try (Scene scene = Scene.with(
                folder, bad().with("constructor", "try { Thread.sleep(60000); } catch (InterruptedException e) { }"))) {
            scene.assertRejected("bad", "its constructor did not return within 400 ms: it must not block");
        }
    }

    @Test
    void rejectsOneWithoutServicesFile() throws IOException {
        try (Scene scene = Scene.with(folder, bad().without("META-INF/services/io.indago.spi.Plugin"))) {
            scene.assertRejected("bad", "no jar of it has META-INF/services/io.indago.spi.Plugin: add that file");
        }
    }

    @Test
    void rejectsOneWhoseServicesFileNamesNoClass() throws IOException {
        try (Scene scene = Scene.with(folder, bad().withEntry("META-INF/services/io.indago.spi.Plugin", "gone.Gone"))) {
            scene.assertRejected("bad", "can't be created", "gone.Gone");
        }
    }

    @Test
    void rejectsOneThatNamesNoPlugin() throws IOException {
        try (Scene scene = Scene.with(folder, bad().withEntry("META-INF/services/io.indago.spi.Plugin", "# none"))) {
            scene.assertRejected("bad", "it offers no provider");
        }
    }

    @Test
    void rejectsOneThatBundlesTheApi() throws IOException {
        try (Scene scene = Scene.with(folder, bad().withEntry("io/indago/spi/Plugin.class", "anything"))) {
            scene.assertRejected("bad", "io.indago:indago-plugin-api as <scope>provided</scope>");
        }
    }

    @Test
    void rejectsOneBuiltForAnotherApi() throws IOException {
        try (Scene scene = Scene.with(
                folder,
                bad().withManifest("Indago-Api-Version: 2.0\n"),
                PluginFixture.named("newer").withManifest("Indago-Api-Version: 1.9\n"),
                PluginFixture.named("odd").withManifest("Indago-Api-Version: latest\n"))) {
            scene.assertRejected("bad", "built against plugin API 2.0, this hub has 1.1");
            scene.assertRejected("newer", "built against plugin API 1.9, this hub has 1.1");
            scene.assertRejected("odd", "built against plugin API latest, this hub has 1.1");
        }
    }

    @Test
    void rejectsOneWithoutApiVersion() throws IOException {
        try (Scene scene = Scene.with(folder, bad().withManifest(""))) {
            scene.assertRejected("bad", "has no Indago-Api-Version: use indago-plugins as the parent pom");
        }
    }

    @Test
    void rejectsOneThatMissesADependency() throws IOException {
        PluginFixture fixture = bad().withClass("lib/Gone", "package lib; public class Gone {}")
                .with("static", "static final Object GONE = new lib.Gone();")
                .without("lib/Gone.class");
        try (Scene scene = Scene.with(folder, fixture)) {
            scene.assertRejected("bad", "NoClassDefFoundError: lib/Gone (is a dependency missing from its jar");
        }
    }

    @Test
    void rejectsTheSecondWithTheSameId() throws IOException {
        PluginFixture.named("good").into(folder, "zzz.jar");
        try (Scene scene = Scene.with(folder)) {
            scene.assertRejected("zzz", "the id 'good' is taken by the plugin good");
            assertThat(scene.host().providers()).hasSize(1);
        }
    }

    @Test
    void rejectsOneWhoseSpecOrProvidersFail() throws IOException {
        try (Scene scene = Scene.with(
                folder,
                bad().with("spec", "if (true) throw new RuntimeException(\"no spec\");"),
                PluginFixture.named("worse").with("providers", "if (true) throw new LinkageError();"),
                PluginFixture.named("worst").with("providers", "spin(\"worst.free\");"))) {
            scene.assertRejected("bad", "spec() of fixture.FixturePlugin$Factory failed: RuntimeException: no spec");
            scene.assertRejected("worse", "providers() failed: LinkageError");
            scene.assertRejected("worst", "providers(), connectors() or spec() did not return within 400 ms");
        } finally {
            System.setProperty("worst.free", "now");
        }
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
    void showsAProviderThatCanNotBeCreated() throws IOException {
        try (Scene scene = Scene.with(
                folder,
                bad().with("create", "if (true) throw new IllegalStateException(\"bad region\");"),
                PluginFixture.named("slow").with("create", "spin(\"slow.free\");"))) {
            assertThat(scene.provider("bad").unavailable())
                    .contains("could not be started: create() of bad failed: IllegalStateException: bad region");
            assertThat(scene.lookup("bad").status()).isEqualTo(Status.SKIPPED);
            assertThat(scene.provider("slow").unavailable().orElseThrow())
                    .contains("create() of slow did not return within 400 ms");
            assertThat(scene.plugin("slow").problems()).isNotEmpty();
            scene.assertGoodAnswers();
        } finally {
            System.setProperty("slow.free", "now");
        }
    }

    @Test
    void closesInTimeWhenAPluginDoesNot() throws IOException {
        PluginFixture fixture = bad().with("close", "spin(\"close.free\");");
        try {
            Scene scene = Scene.with(folder, fixture);
            scene.assertGoodAnswers();
            long begun = System.nanoTime();
            scene.close();
            assertThat(System.nanoTime() - begun).isLessThan(1_000_000_000L);
            assertThat(scene.plugin("bad").problems().get(0).message())
                    .contains("close() did not return within 200 ms");
            assertThat(scene.plugin("good").state()).isEqualTo(PluginState.CLOSED);
            assertThat(scene.lookup("good").status()).isEqualTo(Status.KILLED);
        } finally {
            System.setProperty("close.free", "now");
        }
    }

    @Test
    void needsNoFolder() {
        try (Scene scene = Scene.open(folder)) {
            assertThat(scene.host().plugins()).isEmpty();
            assertThat(scene.host().problems()).isEmpty();
        }
    }

    private static PluginFixture bad() {
        return PluginFixture.named("bad");
    }
}
