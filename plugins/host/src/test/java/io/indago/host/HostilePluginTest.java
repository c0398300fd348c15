package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a plugin does costs itself: its neighbour answers as before, and its author reads what to do about it. */
class HostilePluginTest {
    private static final String NOT_THERE = "no such provider";
    private static final String SERVICES = "META-INF/services/io.indago.spi.Plugin";
    private static final String FREE = "hostile.free";
    private static final String SPIN = "spin(\"" + FREE + "\");";
    private static final HostileTable TABLE = new HostileTable();

    @TempDir
    private Path directory;

    /** A plugin, what the caller of a lookup sees of it, and a part of what its author is told. */
    record Hostile(String does, PluginFixture fixture, String caller, String author) {
        @Override
        public String toString() {
            return does;
        }
    }

    static Stream<Hostile> thatCanNotBeLoaded() {
        return Stream.of(
                rejected(
                        "throws in its static initialiser",
                        bad().with("static", "static { if (true) throw new IllegalStateException(\"no luck\"); }"),
                        "its Plugin class can't be created: IllegalStateException: no luck (FixturePlugin.java:7): let"
                                + " its constructor and static fields do nothing that can fail, and do that in create(…)"),
                rejected(
                        "throws in its constructor",
                        bad().with("constructor", "throw new AssertionError(\"not me\");"),
                        "can't be created: AssertionError: not me (FixturePlugin.java:8): let its constructor"),
                rejected(
                        "blocks in its constructor",
                        bad().with("constructor", SPIN),
                        "its constructor did not return within 400 ms: it must return at once, and wait for no lock"),
                rejected(
                        "has no services file",
                        bad().without(SERVICES),
                        "no jar of it has META-INF/services/io.indago.spi.Plugin: add that file with the name of its"),
                rejected(
                        "names a class it does not have",
                        bad().withEntry(SERVICES, "gone.Gone"),
                        "gone.Gone not found: name a public class of its jar with a constructor without parameters"),
                rejected(
                        "names no class",
                        bad().withEntry(SERVICES, "# none"),
                        "it offers no provider or connector: name its own Plugin class in META-INF/services"),
                rejected(
                        "bundles the plugin API",
                        bad().withEntry("io/indago/spi/Plugin.class", "anything"),
                        "mark the dependency io.indago:indago-plugin-api as <scope>provided</scope>"),
                rejected(
                        "is built for another API",
                        bad().withManifest("Indago-Api-Version: 2.0\n"),
                        "it is built against plugin API 2.0, this hub has 1.2: build it against 1.0 to 1.2, or update"),
                rejected(
                        "is built for a newer API",
                        bad().withManifest("Indago-Api-Version: 1.9\n"),
                        "it is built against plugin API 1.9, this hub has 1.2: build it against 1.0 to 1.2, or update"),
                rejected(
                        "is built for no API version",
                        bad().withManifest("Indago-Api-Version: latest\n"),
                        "built against plugin API latest, this hub has 1.2"),
                rejected(
                        "does not say for which API it is built",
                        bad().withManifest(""),
                        "has no Indago-Api-Version: use indago-plugins as the parent pom"),
                rejected(
                        "misses a dependency",
                        withoutLibrary().with("static", "static final Object GONE = new lib.Gone();"),
                        "NoClassDefFoundError: lib/Gone (FixturePlugin.java:7): a dependency is missing from its jar or"
                                + " folder, or there in another version"),
                rejected(
                        "has the id of another",
                        PluginFixture.named("good"),
                        "the id 'good' is taken by the plugin good: remove one of the two, or give this one another id"),
                rejected(
                        "fails to say what its provider is",
                        bad().with("spec", "if (true) throw new RuntimeException(\"no spec\");"),
                        "spec() of fixture.FixturePlugin$Factory failed: RuntimeException: no spec (FixturePlugin.java:"),
                rejected(
                        "fails to say what it offers",
                        bad().with("providers", "if (true) throw new LinkageError();"),
                        "providers() failed: LinkageError (FixturePlugin.java:9)"),
                rejected(
                        "blocks instead of saying what it offers",
                        bad().with("providers", SPIN),
                        "providers(), connectors() or spec() did not return within 400 ms: it must return at once"),
                new Hostile(
                        "throws when a provider is created",
                        bad().with("create", "if (true) throw new IllegalStateException(\"bad region\");"),
                        "skipped",
                        "create() of bad failed: IllegalStateException: bad region (FixturePlugin.java:14)"),
                new Hostile(
                        "blocks when a provider is created",
                        bad().with("create", SPIN),
                        "skipped",
                        "create() of bad did not return within 400 ms: it must return at once"));
    }

    static Stream<Hostile> thatMisbehaveWhenAsked() {
        return Stream.of(
                internal("answers null", "return null;", "answered null where a step was expected: end with Step.done"),
                internal(
                        "answers null after a call",
                        "return Step.call(HttpCall.get(\"https://api.example.com\"), reply -> null);",
                        "answered null where a step was expected: end with Step.done"),
                internal(
                        "makes calls without end",
                        "return Step.call(HttpCall.get(\"https://api.example.com\"), reply -> lookup(indicator, lookup));",
                        "takes more than 20 steps: end with Step.done(…) and what is known by then"),
                internal(
                        "polls without end",
                        "return Step.pause(Duration.ZERO, () -> lookup(indicator, lookup));",
                        "takes more than 20 steps: end with Step.done(…) and what is known by then"),
                internal(
                        "throws an exception",
                        "throw new java.io.IOException(\"broken\");",
                        "the plugin failed: IOException: broken (FixturePlugin.java:17)"),
                internal("throws an Error", "throw new ThreadDeath();", "the plugin failed: ThreadDeath (Fixture"),
                internal(
                        "recurses without end",
                        "return lookup(indicator, lookup);",
                        "the plugin failed: StackOverflowError (FixturePlugin.java:17)"),
                internal(
                        "throws what fails when asked for its message",
                        "throw new RuntimeException() { public String getMessage() { throw new Error(); } };",
                        "the plugin failed: fixture.FixturePlugin$Fixture$1, which fails when asked what it is"),
                new Hostile(
                        "misses a dependency when asked",
                        withoutLibrary().with("lookup", "return (Step<Report>) new lib.Gone().step();"),
                        "error internal",
                        "NoClassDefFoundError: lib/Gone (FixturePlugin.java:17): a dependency is missing"),
                internal(
                        "ends with something else than a report",
                        "return (Step<Report>) (Step<?>) Step.done(\"fine\");",
                        "the plugin's last step holds no Report but a java.lang.String: end with Step.done(…) of a Report"),
                internal(
                        "calls a host it has not declared",
                        "return Step.call(HttpCall.get(\"https://evil.example/x\"), reply -> call());",
                        "a call to evil.example, a host it does not declare: add it to hosts(…) of its spec"),
                internal(
                        "calls without TLS",
                        "return Step.call(HttpCall.get(\"http://api.example.com/x\"), reply -> call());",
                        "only https on port 443 is allowed, unless its spec says internal()"),
                new Hostile(
                        "gets a reply of 100 MB",
                        asked("return Step.call(HttpCall.get(\"https://api.example.com/huge\"), reply -> call());"),
                        "error too_large",
                        "the reply of api.example.com is longer than a lookup may take, 8 MiB in all: ask for less"),
                internal(
                        "asks for another plugin's setting",
                        "config.secret(\"virustotal.api-key\"); return null;",
                        "setting 'virustotal.api-key' is not declared: a plugin sees its own settings alone"),
                internal(
                        "awaits a stage and has not declared so",
                        "return Step.await(CompletableFuture.completedFuture(call()));",
                        "add unmanaged() to its spec, or make the call a step"),
                new Hostile(
                        "awaits a stage that never completes",
                        asked("return Step.await(new CompletableFuture<>());").with("more", ".unmanaged()"),
                        "timeout",
                        "waiting for the stage the plugin awaits, which is to complete by LookupContext.deadline()"),
                new Hostile(
                        "awaits a stage that completes twice",
                        asked("""
                                return Step.await(new CompletableFuture<Step<Report>>() {
                                    public CompletableFuture<Step<Report>> whenComplete(
                                            java.util.function.BiConsumer<? super Step<Report>, ? super Throwable> then) {
                                        then.accept(call(), null);
                                        then.accept(null, new Error());
                                        return this;
                                    }
                                });
                                """).with("more", ".unmanaged()"),
                        "hit",
                        "completed twice, and only the first time"),
                new Hostile(
                        "blocks for ever",
                        asked("while (System.getProperty(\"" + FREE + "\") == null) {"
                                + " try { Thread.sleep(20); } catch (InterruptedException e) { } } return null;"),
                        "timeout",
                        "its own code ran past the deadline once, and holds 1 of its 2 threads now: make calls and"),
                new Hostile(
                        "blocks until it is interrupted",
                        asked("Thread.sleep(99999); return null;"),
                        "timeout",
                        "its own code ran past the deadline once, and holds 0 of its 2 threads now: make calls and"
                                + " pauses steps, and end loops by LookupContext.timeLeft()"),
                new Hostile(
                        "spins",
                        asked(SPIN + " return null;"),
                        "timeout",
                        "its own code ran past the deadline once, and holds 1 of its 2 threads now: make calls and"
                                + " pauses steps, and end loops by LookupContext.timeLeft()"),
                new Hostile(
                        "starts a thread",
                        asked("Thread own = new Thread(() -> { " + SPIN
                                + " }, \"mine\"); own.setDaemon(true); own.start();" + " return call();"),
                        "hit",
                        "it has started threads of its own, and 1 run: mine: a plugin starts no threads: use"
                                + " PluginContext.executor()"),
                new Hostile(
                        "starts a thread of a class of its own",
                        asked(
                                "for (int i = 0; i < 4; i++) { Thread own = new Thread(\"mine-\" + i) { public void run() { "
                                        + SPIN
                                        + " } }; own.setContextClassLoader(null); own.setDaemon(true); own.start(); }"
                                        + " return call();"),
                        "hit",
                        "and 4 run: mine-0, mine-1, mine-2, …: a plugin starts no threads"),
                new Hostile(
                        "fails at work it gave to its executor",
                        asked("context.executor().execute(() -> { throw new IllegalStateException(\"late\"); });"
                                + " return Step.pause(Duration.ofMillis(50), () -> call());"),
                        "hit",
                        "work it gave to PluginContext.executor() failed: IllegalStateException: late (FixturePlugin.java:"),
                internal("calls System.exit", "System.exit(3); return null;", "a plugin can't end the process: throw"),
                internal(
                        "calls Runtime.halt",
                        "Runtime.getRuntime().halt(3); return null;",
                        "exit_is_not_for_plugins(int)' (FixturePlugin.java:17): a plugin can't end the process: throw a"
                                + " ProviderException, or finish with Step.done(…)"),
                new Hostile(
                        "has a library that calls System.exit",
                        bad().withClass(
                                        "lib/Tool",
                                        "package lib; public class Tool { public static void main(String[] a) {"
                                                + " Runtime.getRuntime().exit(1); } }")
                                .with("lookup", "lib.Tool.main(null); return null;"),
                        "error internal",
                        "(Tool.java:1): a plugin can't end the process"),
                new Hostile(
                        "throws in close",
                        bad().with("close", "throw new IllegalStateException(\"still busy\");"),
                        "hit",
                        "close() failed: IllegalStateException: still busy (FixturePlugin.java:19)"),
                new Hostile(
                        "blocks in close",
                        bad().with("close", SPIN),
                        "hit",
                        "close() did not return within 200 ms: it must return at once, and wait for no lock"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"thatCanNotBeLoaded", "thatMisbehaveWhenAsked"})
    @SuppressWarnings("try") // closed within, to see what that brings
    void costsNobodyElse(Hostile plugin) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("plugins"));
        plugin.fixture().into(folder, "zzz.jar");
        PluginFixture.named("good").into(folder);
        long begun = System.nanoTime();
        try (Scene scene = Scene.open(folder)) {
            Duration start = since(begun);
            scene.assertGoodAnswers();
            begun = System.nanoTime();
            Outcome outcome = asked(scene, plugin.caller());
            Duration lookup = since(begun);
            scene.assertGoodAnswers();
            long threads = Scene.threadsIn("fixture.");

            List<String> told = new ArrayList<>(List.of(outcome.reason()));
            told.addAll(problems(scene));
            begun = System.nanoTime();
            scene.close();
            Duration close = since(begun);
            told.addAll(problems(scene));
            assertThat(scene.plugin("good").state()).isEqualTo(PluginState.CLOSED);
            assertThat(scene.plugin("good").problems()).isEmpty();
            assertThat(told).anySatisfy(sentence -> assertThat(sentence).contains(plugin.author()));
            String author = told.stream()
                    .filter(sentence -> sentence.contains(plugin.author()))
                    .findFirst()
                    .orElseThrow();
            TABLE.add(plugin.does(), plugin.caller(), author, List.of(start, lookup, close), threads);
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** A lookup of the bad provider, which ends as expected. */
    private static Outcome asked(Scene scene, String expected) {
        if (expected.equals(NOT_THERE)) {
            assertThat(scene.plugin("zzz").state()).isEqualTo(PluginState.REJECTED);
            assertThat(scene.host().providers()).hasSize(1);
            return Outcome.without(Status.SKIPPED, NOT_THERE);
        }
        Outcome outcome = expected.equals("timeout") ? scene.lookup("bad") : scene.answer("bad");
        String seen = outcome.status().id()
                + outcome.errorCause().map(cause -> " " + cause.id()).orElse("");
        assertThat(seen).as(outcome.reason()).isEqualTo(expected);
        return outcome;
    }

    private static List<String> problems(Scene scene) {
        return scene.plugin("zzz").problems().stream()
                .map(PluginProblem::message)
                .toList();
    }

    @BeforeEach
    void hold() {
        System.clearProperty(FREE);
    }

    @AfterEach
    void free() throws InterruptedException {
        System.setProperty(FREE, "now");
        for (int i = 0; i < 500 && Scene.threadsIn("fixture.") > 0; i++) {
            Thread.sleep(10);
        }
    }

    @AfterAll
    static void writeTable() throws IOException {
        TABLE.writeTo(Path.of("target/hostile-plugins.md"));
    }

    private static Hostile rejected(String does, PluginFixture fixture, String author) {
        return new Hostile(does, fixture, NOT_THERE, author);
    }

    private static Hostile internal(String does, String lookup, String author) {
        return new Hostile(does, asked(lookup), "error internal", author);
    }

    private static PluginFixture asked(String lookup) {
        return bad().with("lookup", lookup);
    }

    private static PluginFixture withoutLibrary() {
        return bad().withClass("lib/Gone", "package lib; public class Gone { public Object step() { return null; } }")
                .without("lib/Gone.class");
    }

    private static PluginFixture bad() {
        return PluginFixture.named("bad");
    }
}
