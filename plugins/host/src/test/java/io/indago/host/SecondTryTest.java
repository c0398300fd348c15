package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.HostedExtension.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What could not be used at first may be later, though its files are the same. */
class SecondTryTest {
    private static final String DOWN = "indago.test.second-try.down";

    @TempDir
    private Path folder;

    @AfterEach
    void up() {
        System.clearProperty(DOWN);
    }

    @Test
    void createsWhatFailedBeforeOnlyWhenAskedTo() throws IOException {
        System.setProperty(DOWN, "yes");
        needsItsServer().into(folder);
        try (Scene scene = Scene.open(folder)) {
            assertThat(scene.provider("one").state()).isEqualTo(State.FAILED);
            assertThat(scene.host().rescan().isNothing())
                    .as("it failed as before")
                    .isTrue();
            System.clearProperty(DOWN);
            assertThat(scene.host().rescan().replaced()).containsExactly("one");
            assertThat(scene.provider("one").state()).isEqualTo(State.READY);
            assertThat(scene.plugin("one").problems()).isEmpty();
            assertThat(scene.host().rescan().isNothing()).isTrue();
        }
    }

    @Test
    void createsWhatFailedBeforeWhenItsFileIsCopiedAgain() throws IOException {
        System.setProperty(DOWN, "yes");
        needsItsServer().into(folder);
        try (Scene scene = Scene.open(folder)) {
            System.clearProperty(DOWN);
            Files.setLastModifiedTime(
                    folder.resolve("one.jar"), FileTime.from(Instant.now().plusSeconds(5)));
            assertThat(scene.host().rescan().replaced()).containsExactly("one");
            assertThat(scene.provider("one").state()).isEqualTo(State.READY);
        }
    }

    /** Also when it goes on with another provider meanwhile. */
    @Test
    void givesBackAnIdWhenWhoTookItIsGone() throws IOException {
        PluginFixture.named("one").into(folder, "a.jar");
        PluginFixture.named("one")
                .with("static", """
                        static class Second extends Factory {
                            public ProviderSpec spec() {
                                return ProviderSpec.builder("two", "Second").types(IndicatorType.IPV4)
                                        .hosts("api.example.com").reliability(Reliability.B, "made up").build();
                            }
                        }
                        """)
                .with("providers", "if (true) return List.of(new Factory(), new Second());")
                .into(folder, "b.jar");
        try (Scene scene = Scene.open(folder)) {
            assertThat(scene.plugin("b").providers()).containsExactly("two");
            PluginFixture.named("three").into(folder);
            assertThat(scene.host().rescan().replaced()).as("nothing is free").isEmpty();
            Files.delete(folder.resolve("a.jar"));
            assertThat(scene.host().rescan().replaced()).containsExactly("b");
            assertThat(scene.plugin("b").providers()).containsExactly("one", "two");
            assertThat(scene.plugin("b").problems()).isEmpty();
            assertThat(scene.answer("one").status()).isEqualTo(Status.HIT);
        }
    }

    @Test
    void takesOverWhatIsNewThoughAListenerFails() throws IOException {
        PluginFixture.named("one").into(folder);
        try (Scene scene = Scene.open(folder)) {
            List<String> told = new ArrayList<>();
            scene.host().listen(new Failing());
            scene.host().listen(new Telling(told));
            PluginFixture.named("two").into(folder);
            assertThat(scene.host().rescan().added()).containsExactly("two");
            assertThat(scene.answer("two").status()).isEqualTo(Status.HIT);
            assertThat(told).containsExactly("one", "two", "changed");
        }
    }

    private static PluginFixture needsItsServer() {
        return PluginFixture.named("one")
                .with(
                        "create",
                        "if (System.getProperty(\"" + DOWN + "\") != null)"
                                + " throw new IllegalStateException(\"the server is away\");");
    }

    /** Fails at whatever comes after it. */
    private static final class Failing implements RosterListener {
        @Override
        public void coming(HostedExtension extension) {
            if (!extension.spec().id().equals("one")) {
                throw new IllegalStateException("not now");
            }
        }

        @Override
        public void gone(String id) {
            throw new IllegalStateException("not now");
        }

        @Override
        public void changed(RosterChange change) {
            throw new IllegalStateException("not now");
        }
    }

    private record Telling(List<String> told) implements RosterListener {
        @Override
        public void coming(HostedExtension extension) {
            told.add(extension.spec().id());
        }

        @Override
        public void gone(String id) {
            told.add("gone");
        }

        @Override
        public void changed(RosterChange change) {
            told.add("changed");
        }
    }
}
