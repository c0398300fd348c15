package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolationTest {
    @TempDir
    private Path directory;

    private Path folder;

    @BeforeEach
    void makeFolder() {
        folder = directory.resolve("plugins");
    }

    @Test
    void showsAPluginNothingOfTheHost() throws IOException {
        assertSays("""
                for (String name : List.of("io.indago.host.PluginHost", "org.junit.jupiter.api.Test", "lib.Gone")) {
                    try { Class.forName(name); return Step.done(Report.hit("sees " + name).build()); } catch (ClassNotFoundException e) { }
                }
                return Step.done(Report.hit(Thread.currentThread().getContextClassLoader().getName()).build());
                """, "plugin-one");
    }

    @Test
    void readsServicesOnlyFromThePluginsOwnJars() throws IOException {
        assertSays("""
                var loader = getClass().getClassLoader();
                return Step.done(Report.hit(Collections.list(loader.getResources("META-INF/services/io.indago.spi.Plugin")).size()
                        + " " + Collections.list(loader.getResources("META-INF/services/org.junit.platform.engine.TestEngine")).size()
                        + " " + (loader.getResource("io/indago/host/api-version.properties") == null)
                        + " " + (loader.getResource("io/indago/spi/Plugin.class") != null)).build());
                """, "1 0 true true");
    }

    @Test
    void keepsTwoVersionsOfAClassApart() throws IOException {
        String lookup = "return Step.done(Report.hit(new lib.Shared().version()).build());";
        shared("one", "1").with("lookup", lookup).into(folder);
        try (Scene scene = Scene.with(folder, shared("two", "2").with("lookup", lookup))) {
            assertThat(scene.answer("one").reason()).isEqualTo("1");
            assertThat(scene.answer("two").reason()).isEqualTo("2");
            assertThat(scene.answer("one").reason()).isEqualTo("1");
        }
    }

    @Test
    void loadsAFolderOfJars() throws IOException {
        PluginFixture.named("one")
                .with("lookup", "return Step.done(Report.hit(new lib.Shared().version()).build());")
                .withClass(
                        "lib/Shared", "package lib; public class Shared { public String version() { return \"\"; } }")
                .without("lib/Shared.class")
                .into(folder.resolve("one"), "plugin.jar");
        shared("one", "from the library")
                .without("META-INF/services/io.indago.spi.Plugin")
                .without("fixture/FixturePlugin.class")
                .without("fixture/FixturePlugin$Factory.class")
                .without("fixture/FixturePlugin$Fixture.class")
                .into(folder.resolve("one"), "library.jar");

        try (Scene scene = Scene.with(folder)) {
            assertThat(scene.plugin("one").version()).isEqualTo("7");
            assertThat(scene.plugin("one").apiVersion()).isEqualTo("1.0");
            assertThat(scene.plugin("one").providers()).isEqualTo(List.of("one"));
            assertThat(scene.answer("one").reason()).isEqualTo("from the library");
        }
    }

    @Test
    void outlivesTheReplacementAndRemovalOfItsJar() throws IOException {
        PluginFixture fixture =
                shared("one", "old").withEntry("data.txt", "old data").with("lookup", """
                        try (var in = getClass().getResourceAsStream("/data.txt")) {
                            return Step.done(Report.hit(new lib.Shared().version() + ", " + new String(in.readAllBytes())).build());
                        }
                        """);
        try (Scene scene = Scene.with(folder, fixture)) {
            PluginFixture.named("one").into(folder, "new.tmp");
            Files.move(folder.resolve("new.tmp"), folder.resolve("one.jar"), StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(folder.resolve("one.jar"), "overwritten in place");
            assertThat(scene.answer("one").reason()).isEqualTo("old, old data");
            Files.delete(folder.resolve("one.jar"));
            assertThat(scene.answer("one").reason()).isEqualTo("old, old data");
        }
    }

    @Test
    void callsThePortInTheHostsContext() throws IOException {
        List<ClassLoader> loaders = new CopyOnWriteArrayList<>();
        PluginFixture.named("one").into(folder);
        HttpPort port = (provider, call, limits) -> {
            loaders.add(Thread.currentThread().getContextClassLoader());
            return CompletableFuture.completedStage(FakeReply.of(200));
        };
        try (PluginHost host = PluginHost.open(Scene.config(folder), port)) {
            for (int i = 0; i < 50; i++) {
                host.providers()
                        .get(0)
                        .lookup(Scene.ADDRESS, Instant.now().plusSeconds(2), "trace")
                        .result()
                        .toCompletableFuture()
                        .join();
            }
        }
        assertThat(loaders).hasSize(50).containsOnly(PluginHost.class.getClassLoader());
    }

    private void assertSays(String lookup, String reason) throws IOException {
        try (Scene scene = Scene.with(folder, PluginFixture.named("one").with("lookup", lookup))) {
            assertThat(scene.answer("one").reason()).isEqualTo(reason);
        }
    }

    private static PluginFixture shared(String id, String version) {
        return PluginFixture.named(id)
                .withClass(
                        "lib/Shared",
                        "package lib; public class Shared { public String version() { return \"" + version + "\"; } }");
    }
}
