package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that hold their threads: they run out of them, and nobody else does. */
class StuckPluginTest {
    @TempDir
    private Path directory;

    private Path folder;

    @BeforeEach
    void makeFolder() {
        folder = directory.resolve("plugins");
    }

    @Test
    void freesAThreadThatBlocksForEver() throws IOException, InterruptedException {
        try (Scene scene = Scene.with(folder, bad("Thread.sleep(100000); return null;"))) {
            for (int i = 0; i < 5; i++) {
                Outcome outcome = scene.lookup("bad");
                assertThat(outcome.status()).isEqualTo(Status.TIMEOUT);
                assertThat(outcome.reason()).endsWith("it was waiting for the plugin's own code");
            }
            scene.assertGoodAnswers();
            assertThat(Scene.threadsOf("bad")).hasSizeLessThanOrEqualTo(Scene.LIMITS.threads());
            assertThat(scene.plugin("bad").problems()).singleElement().matches(problem -> problem.message()
                    .contains("ran past the deadline 5 times"));
        }
    }

    @Test
    void answersStuckAtOnceWhenEveryThreadSpins() throws IOException, InterruptedException {
        try (Scene scene = Scene.with(folder, bad("spin(\"lookup.free\"); return call();"))) {
            List<CompletionStage<LookupResult>> first =
                    Stream.of("bad", "bad", "bad").map(scene::start).toList();
            Thread.sleep(50);
            CompletionStage<LookupResult> queued = scene.start("bad");
            assertThat(first.stream().map(StuckPluginTest::outcome).map(Outcome::status))
                    .contains(Status.TIMEOUT);

            assertThat(outcome(queued).errorCause()).contains(ErrorCause.STUCK);
            LookupResult refused = scene.start("bad").toCompletableFuture().join();
            assertThat(refused.outcome().errorCause()).contains(ErrorCause.STUCK);
            assertThat(refused.outcome().reason()).contains("all 2 threads of the plugin bad are stuck");
            assertThat(refused.took()).isLessThan(Duration.ofMillis(50));
            assertThat(scene.plugin("bad").problems())
                    .singleElement()
                    .matches(problem -> problem.severity() == PluginProblem.Severity.ERROR)
                    .matches(problem -> problem.message().contains("holds 2 of its 2 threads now"));
            scene.assertGoodAnswers();
            assertThat(Scene.threadsOf("bad")).hasSize(2);

            System.setProperty("lookup.free", "now");
            Thread.sleep(50);
            assertThat(scene.answer("bad").status()).isEqualTo(Status.HIT);
            assertThat(scene.plugin("bad").problems()).singleElement().matches(problem -> problem.message()
                    .contains("holds 0 of its 2 threads now"));
        } finally {
            System.setProperty("lookup.free", "now");
        }
    }

    @Test
    void closesInTimeWhenAPluginDoesNot() throws IOException {
        PluginFixture fixture = PluginFixture.named("bad").with("close", "spin(\"close.free\");");
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

    private static Outcome outcome(CompletionStage<LookupResult> stage) {
        return stage.toCompletableFuture().join().outcome();
    }

    private static PluginFixture bad(String lookup) {
        return PluginFixture.named("bad").with("lookup", lookup);
    }
}
