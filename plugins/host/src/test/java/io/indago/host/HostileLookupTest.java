package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that load and then misbehave when asked. */
class HostileLookupTest {
    @TempDir
    private Path directory;

    private Path folder;

    @BeforeEach
    void makeFolder() {
        folder = directory.resolve("plugins");
    }

    @Test
    void reportsANullStep() throws IOException {
        assertInternal("return null;", "answered null where a step was expected: end with Step.done");
    }

    @Test
    void reportsANullStepAfterACall() throws IOException {
        assertInternal(
                "return Step.call(HttpCall.get(\"https://api.example.com\"), reply -> null);",
                "answered null where a step was expected");
    }

    @Test
    void endsEndlessSteps() throws IOException {
        assertInternal(
                "return Step.call(HttpCall.get(\"https://api.example.com\"), reply -> lookup(indicator, lookup));",
                "takes more than 20 steps");
    }

    @Test
    void endsEndlessPolling() throws IOException {
        assertInternal(
                "return Step.pause(Duration.ZERO, () -> lookup(indicator, lookup));", "takes more than 20 steps");
    }

    @Test
    void reportsWhateverIsThrown() throws IOException {
        assertInternal("throw new java.io.IOException(\"broken\");", "the plugin failed: IOException: broken");
    }

    @Test
    void reportsAnError() throws IOException {
        assertInternal("throw new ThreadDeath();", "the plugin failed: ThreadDeath");
    }

    @Test
    void reportsAnEndlessRecursion() throws IOException {
        assertInternal("return lookup(indicator, lookup);", "the plugin failed: StackOverflowError");
    }

    @Test
    void reportsAThrowableThatFailsWhenAsked() throws IOException {
        assertInternal(
                "throw new RuntimeException() { public String getMessage() { throw new Error(); } };",
                "the plugin failed: fixture.FixturePlugin$Fixture$1");
    }

    @Test
    void reportsAMissingDependency() throws IOException {
        PluginFixture fixture = bad("return new lib.Gone().step();")
                .withClass(
                        "lib/Gone",
                        "package lib; public class Gone { public io.indago.spi.Step<io.indago.spi.Report> step() { return null; } }")
                .without("lib/Gone.class");
        try (Scene scene = Scene.with(folder, fixture)) {
            scene.assertError("bad", ErrorCause.INTERNAL, "NoClassDefFoundError: lib/Gone (is a dependency missing");
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void reportsAResultThatIsNoReport() throws IOException {
        assertInternal(
                "return (Step<Report>) (Step<?>) Step.done(\"fine\");", "holds no Report but a java.lang.String");
    }

    @Test
    void reportsACallToAnUndeclaredHost() throws IOException {
        assertInternal(
                "return Step.call(HttpCall.get(\"https://evil.example/x\"), reply -> call());",
                "a call to evil.example, a host it does not declare: add it to hosts(…)");
    }

    @Test
    void reportsACallWithoutTls() throws IOException {
        assertInternal(
                "return Step.call(HttpCall.get(\"http://api.example.com/x\"), reply -> call());",
                "only https on port 443");
    }

    @Test
    void reportsAStageThatIsNotDeclared() throws IOException {
        assertInternal("return Step.await(CompletableFuture.completedFuture(call()));", "add unmanaged() to its spec");
    }

    @Test
    void endsAStageThatNeverCompletes() throws IOException {
        PluginFixture fixture =
                bad("return Step.await(new CompletableFuture<>());").with("more", ".unmanaged()");
        try (Scene scene = Scene.with(folder, fixture)) {
            Outcome outcome = scene.lookup("bad");
            assertThat(outcome.status()).isEqualTo(Status.TIMEOUT);
            assertThat(outcome.reason()).endsWith("waiting for the stage the plugin awaits");
            scene.assertGoodAnswers();
        }
    }

    @Test
    void takesAStageThatCompletesTwiceOnce() throws IOException {
        PluginFixture fixture = bad("""
                        return Step.await(new CompletableFuture<Step<Report>>() {
                            public CompletableFuture<Step<Report>> whenComplete(
                                    java.util.function.BiConsumer<? super Step<Report>, ? super Throwable> then) {
                                then.accept(call(), null);
                                then.accept(null, new Error());
                                return this;
                            }
                        });
                        """).with("more", ".unmanaged()");
        try (Scene scene = Scene.with(folder, fixture)) {
            assertThat(scene.answer("bad").status()).isEqualTo(Status.HIT);
            scene.assertGoodAnswers();
        }
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
            assertThat(first.stream().map(HostileLookupTest::outcome).map(Outcome::status))
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
    void survivesAPluginThatEndsTheProcess() throws IOException {
        assertInternal(
                "System.exit(3); return null;", "a plugin can't end the process: throw a ProviderException, or finish");
        assertInternal("Runtime.getRuntime().halt(3); return null;", "a plugin can't end the process");
    }

    @Test
    void survivesALibraryThatEndsTheProcess() throws IOException {
        PluginFixture.named("bad")
                .withClass(
                        "lib/Tool",
                        "package lib; public class Tool { public static void main(String[] a) {"
                                + " Runtime.getRuntime().exit(1); } }")
                .with("lookup", "lib.Tool.main(null); return null;")
                .into(folder);
        try (Scene scene = Scene.with(folder)) {
            scene.assertError("bad", ErrorCause.INTERNAL, "a plugin can't end the process");
        }
    }

    @Test
    void reportsAThreadOfItsOwn() throws IOException, InterruptedException {
        PluginFixture.named("bad")
                .with(
                        "lookup",
                        "Thread own = new Thread(() -> spin(\"indago.test.thread\"), \"mine\");"
                                + " own.setDaemon(true); own.start(); return call();")
                .into(folder);
        try (Scene scene = Scene.with(folder)) {
            assertThat(scene.answer("bad").status()).isEqualTo(Status.HIT);
            assertThat(scene.plugin("bad").problems())
                    .extracting(PluginProblem::message)
                    .containsExactly(
                            "it has started threads of its own, and 1 run: [mine]: a plugin starts none; give the work to"
                                    + " PluginContext.executor()");
            scene.assertGoodAnswers();
        } finally {
            System.setProperty("indago.test.thread", "enough");
        }
    }

    @Test
    void reportsWhoAsksForAnothersSetting() throws IOException {
        assertInternal(
                "config.secret(\"virustotal.api-key\"); return null;",
                "setting 'virustotal.api-key' is not declared: a plugin sees its own settings alone");
    }

    @Test
    void cutsAReplyThatIsTooLong() throws IOException {
        PluginFixture.named("bad").with("lookup", "return call();").into(folder);
        PluginFixture.named("good").into(folder);
        HttpPort port = (provider, call, limits) -> CompletableFuture.completedStage(
                FakeReply.of(200, provider.equals("bad") ? "x".repeat(9 << 20) : "hello"));
        try (Scene scene = Scene.open(Scene.config(folder), port)) {
            scene.assertError(
                    "bad",
                    ErrorCause.TOO_LARGE,
                    "the replies of api.example.com add up to more than 8 MiB, the most a lookup may take: ask for less");
        }
    }

    private void assertInternal(String lookup, String reason) throws IOException {
        try (Scene scene = Scene.with(folder, bad(lookup))) {
            scene.assertError("bad", ErrorCause.INTERNAL, reason);
        }
    }

    private static Outcome outcome(CompletionStage<LookupResult> stage) {
        return stage.toCompletableFuture().join().outcome();
    }

    private static PluginFixture bad(String lookup) {
        return PluginFixture.named("bad").with("lookup", lookup);
    }
}
