package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.HttpReply;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwapTest {
    private static final int SWAPS = Integer.getInteger("indago.swaps", 200);

    @TempDir
    private Path directory;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(directory.resolve("plugins"));
    }

    @Test
    void takesOverWhatIsReplacedAddedAndRemoved() throws IOException {
        says("one", "1").into(folder);
        says("two", "2").into(folder);
        try (Scene scene = Scene.open(folder)) {
            Told told = new Told();
            scene.host().listen(told);
            says("one", "1b").into(folder);
            says("three", "3").into(folder);
            Files.delete(folder.resolve("two.jar"));
            RosterChange change = scene.host().rescan();
            assertThat(change)
                    .isEqualTo(new RosterChange(List.of("three"), List.of("one"), List.of("two"), List.of(), 0));
            assertThat(scene.answer("one").reason()).isEqualTo("1b");
            assertThat(scene.answer("three").reason()).isEqualTo("3");
            assertThat(scene.host().find("two")).isEmpty();
            await(() -> told.all.contains("gone two"));
            assertThat(told.all)
                    .containsExactlyInAnyOrder(
                            "coming one", "coming two", "coming one", "coming three", "changed", "gone two");
        }
    }

    @Test
    void changesNothingWhenTheFilesAreTheSame() throws IOException {
        says("one", "1").into(folder);
        try (Scene scene = Scene.open(folder)) {
            HostedProvider before = scene.provider("one");
            assertThat(scene.host().rescan().isNothing()).isTrue();
            Files.copy(
                    Files.copy(folder.resolve("one.jar"), directory.resolve("copy")),
                    folder.resolve("one.jar"),
                    StandardCopyOption.REPLACE_EXISTING);
            assertThat(scene.host().rescan().isNothing()).isTrue();
            assertThat(scene.provider("one")).isSameAs(before);
        }
    }

    @Test
    void keepsWhatRunsWhenItsReplacementCannotBeUsed() throws IOException {
        says("one", "1").into(folder);
        try (Scene scene = Scene.open(folder)) {
            Files.writeString(folder.resolve("one.jar"), "half a jar");
            assertRefused(scene, "one.jar is no readable jar");
            says("one", "2")
                    .with("constructor", "if (true) throw new IllegalStateException(\"not me\");")
                    .into(folder);
            assertRefused(scene, "its Plugin class can't be created: IllegalStateException: not me");
            says("one", "2")
                    .with("create", "if (true) throw new IllegalStateException(\"not me\");")
                    .into(folder);
            assertRefused(scene, "create() of one failed: IllegalStateException: not me");
            says("one", "2")
                    .with("config", "Setting.secret(\"key\", \"A key\").required()")
                    .into(folder);
            assertRefused(scene, "not configured: set INDAGO_PROVIDERS_ONE_KEY");
            says("one", "2").into(folder);
            assertThat(scene.host().rescan().replaced()).containsExactly("one");
            assertThat(scene.answer("one").reason()).isEqualTo("2");
            assertThat(scene.plugin("one").problems()).isEmpty();
        }
    }

    private static void assertRefused(Scene scene, String why) {
        RosterChange change = scene.host().rescan();
        assertThat(change.replaced()).isEmpty();
        assertThat(change.refused()).singleElement().satisfies(problem -> assertThat(problem.message())
                .startsWith("what has replaced it in the folder can't be used, and it goes on as it was: ")
                .contains(why));
        assertThat(scene.plugin("one").state()).isEqualTo(PluginState.ACTIVE);
        assertThat(scene.plugin("one").problems()).containsExactlyElementsOf(change.refused());
        assertThat(scene.answer("one").reason()).isEqualTo("1");
    }

    @Test
    void forgetsARefusedReplacementWhenWhatRunsIsBack() throws IOException {
        says("one", "1").into(folder);
        try (Scene scene = Scene.open(folder)) {
            Files.move(folder.resolve("one.jar"), directory.resolve("good"));
            Files.writeString(folder.resolve("one.jar"), "half a jar");
            assertThat(scene.host().rescan().refused()).hasSize(1);
            Files.move(directory.resolve("good"), folder.resolve("one.jar"), StandardCopyOption.REPLACE_EXISTING);
            assertThat(scene.host().rescan().isNothing()).isTrue();
            assertThat(scene.plugin("one").problems()).isEmpty();
        }
    }

    @Test
    void handsAnIdOverFromAPluginOfAnotherName() throws IOException {
        says("one", "1").into(folder, "one-1.0.jar");
        try (Scene scene = Scene.open(folder)) {
            says("one", "2").into(folder, "one-1.1.jar");
            scene.host().rescan();
            assertThat(scene.answer("one").reason()).isEqualTo("1");
            assertThat(scene.plugin("one-1.1").problems().get(0).message())
                    .contains("the id 'one' is taken by the plugin one-1.0");
            Files.delete(folder.resolve("one-1.0.jar"));
            scene.host().rescan();
            assertThat(scene.answer("one").reason()).isEqualTo("2");
            assertThat(scene.plugin("one-1.1").problems()).isEmpty();
        }
    }

    @Test
    void handsAnIdOverAtOnceWhenTheOtherGoesInTheSameMoment() throws IOException {
        says("one", "1").into(folder, "one-1.0.jar");
        try (Scene scene = Scene.open(folder)) {
            Files.delete(folder.resolve("one-1.0.jar"));
            says("one", "2").into(folder, "one-1.1.jar");
            scene.host().rescan();
            assertThat(scene.answer("one").reason()).isEqualTo("2");
        }
    }

    @Test
    void goesOnWithWhatItHasWhenTheFolderIsGone() throws IOException {
        says("one", "1").into(folder);
        try (Scene scene = Scene.open(folder)) {
            Files.move(folder, directory.resolve("unmounted"));
            assertThat(scene.host().rescan().isNothing()).isTrue();
            assertThat(scene.answer("one").reason()).isEqualTo("1");
            assertThat(scene.host().problems())
                    .extracting(PluginProblem::message)
                    .singleElement()
                    .asString()
                    .contains("is gone, and what was loaded from it goes on");
            Files.move(directory.resolve("unmounted"), folder);
            scene.host().rescan();
            assertThat(scene.host().problems()).isEmpty();
        }
    }

    @Test
    void saysWhatIsRequiredAndWasRemoved() throws IOException {
        says("one", "1").into(folder);
        HostConfig config = Scene.config(folder, List.of(), Map.of("one", Map.of("required", "true")), Map.of());
        try (Scene scene = Scene.open(config)) {
            assertThat(scene.host().problems()).isEmpty();
            Files.delete(folder.resolve("one.jar"));
            scene.host().rescan();
            assertThat(scene.host().problems())
                    .extracting(PluginProblem::message)
                    .anySatisfy(message ->
                            assertThat(message).contains("indago.providers.one.required is true, but no plugin"));
        }
    }

    @Test
    void letsALookupUnderWayFinishWhereItBegan() throws IOException {
        CompletableFuture<HttpReply> reply = new CompletableFuture<>();
        PluginFixture.named("one").into(folder);
        try (Scene scene = Scene.open(Scene.config(folder), (id, call, limits) -> reply)) {
            HostedProvider old = scene.provider("one");
            CompletableFuture<LookupResult> underWay = lookup(old, Duration.ofSeconds(5));
            says("one", "2").into(folder);
            scene.host().rescan();
            assertThat(scene.answer("one").reason()).isEqualTo("2");
            assertThat(lookup(old, Duration.ofSeconds(5)).join().outcome().reason())
                    .isEqualTo("2");
            reply.complete(FakeReply.of(200, "late, but here"));
            assertThat(underWay.join().outcome().reason()).isEqualTo("late, but here");
        }
    }

    @Test
    void asksTheSuccessorOfOneThatIsClosedAlready() throws IOException {
        says("one", "1").into(folder);
        try (Scene scene = Scene.open(folder)) {
            HostedProvider old = scene.provider("one");
            assertThat(scene.answer("one").reason()).isEqualTo("1");
            says("one", "2").into(folder);
            scene.host().rescan();
            await(() -> old.plugin().state() == PluginState.CLOSED);
            assertThat(lookup(old, Duration.ofSeconds(5)).join().outcome().reason())
                    .isEqualTo("2");
        }
    }

    /** Who asks was allowed to ask what is closed, and no more than that. */
    @Test
    void asksNoSuccessorThatRevealsMore() throws IOException {
        for (String more : List.of(".exposure(Exposure.PUBLIC)", ".maxTlp(Tlp.CLEAR)")) {
            says("one", "1").into(folder);
            try (Scene scene = Scene.open(folder)) {
                HostedProvider old = scene.provider("one");
                says("one", "2").with("more", more).into(folder);
                scene.host().rescan();
                await(() -> old.plugin().state() == PluginState.CLOSED);
                assertThat(scene.answer("one").reason()).isEqualTo("2");

                Outcome outcome = lookup(old, Duration.ofSeconds(5)).join().outcome();
                assertThat(outcome.status()).as(more).isEqualTo(Status.SKIPPED);
                assertThat(outcome.reason()).contains("reveals more");
            }
        }
    }

    @Test
    void endsALookupOfARemovedPluginThatOutlivesAnyDeadline() throws IOException {
        PluginFixture.named("one").into(folder);
        try (Scene scene = Scene.open(Scene.config(folder), (id, call, limits) -> new CompletableFuture<>())) {
            HostedProvider old = scene.provider("one");
            CompletableFuture<LookupResult> underWay = lookup(old, Duration.ofSeconds(30));
            Files.delete(folder.resolve("one.jar"));
            scene.host().rescan();
            assertThat(lookup(old, Duration.ofSeconds(5)).join().outcome().status())
                    .isEqualTo(Status.SKIPPED);
            assertThat(underWay.join().outcome().status()).isEqualTo(Status.KILLED);
        }
    }

    @Test
    void noticesAChangeByItself() throws Exception {
        says("one", "1").into(folder);
        try (Scene scene = Scene.open(folder)) {
            scene.host().watch(Duration.ofMillis(20));
            says("one", "2").into(folder);
            await(() -> scene.answer("one").reason().equals("2"));
            Files.delete(folder.resolve("one.jar"));
            await(() -> scene.host().find("one").isEmpty());
        }
    }

    /** The jar grows for longer than the watch looks; it is taken once it is whole. */
    @Test
    void waitsForTheEndOfACopy() throws Exception {
        says("one", "1").into(folder);
        says("one", "2").into(directory, "next.jar");
        byte[] next = Files.readAllBytes(directory.resolve("next.jar"));
        try (Scene scene = Scene.open(folder)) {
            Told told = new Told();
            scene.host().listen(told);
            scene.host().watch(Duration.ofMillis(200));
            try (var out = Files.newOutputStream(folder.resolve("one.jar"))) {
                for (int i = 0; i < next.length; i++) {
                    out.write(next[i]);
                    if (i % (next.length / 20) == 0) {
                        Thread.sleep(20);
                    }
                }
            }
            await(() -> scene.answer("one").reason().equals("2"));
            assertThat(told.refused).isEmpty();
        }
    }

    /** Its lookups are all answered, by one version or the other, and nothing of the old ones stays. */
    @Test
    void replacesAPluginUnderLoadAndLeavesNothingBehind() throws Exception {
        says("one", "a")
                .with("more", ".unmanaged()")
                .with("lookup", WORKS.replace("%", "a"))
                .into(directory, "a.jar");
        says("one", "b")
                .with("more", ".unmanaged()")
                .with("lookup", WORKS.replace("%", "b"))
                .into(directory, "b.jar");
        Files.copy(directory.resolve("a.jar"), folder.resolve("one.jar"));
        try (Scene scene = Scene.open(folder)) {
            List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
            Load load = new Load(scene);
            int threads = 0;
            for (int swap = 1; swap <= SWAPS; swap++) {
                loaders.add(loader("one"));
                Path next = directory.resolve(swap % 2 == 0 ? "a.jar" : "b.jar");
                Path moved = Files.copy(next, directory.resolve("moved.jar"), StandardCopyOption.REPLACE_EXISTING);
                Files.move(moved, folder.resolve("one.jar"), StandardCopyOption.ATOMIC_MOVE);
                assertThat(scene.host().rescan().replaced()).containsExactly("one");
                load.awaitSome();
                threads = swap == 10 ? Thread.activeCount() : threads;
            }
            load.stop();
            assertThat(load.failures).as("%d failures", load.failures.size()).isEmpty();
            assertThat(load.answered.sum()).isGreaterThan(SWAPS);
            assertThat(scene.plugin("one").problems()).isEmpty();
            await(() -> {
                System.gc();
                return loaders.stream().allMatch(loader -> loader.refersTo(null));
            });
            await(() -> Scene.threadsOf("one").size() <= Scene.LIMITS.threads());
            assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);
            System.out.printf(
                    "%d swaps under load: %d lookups, %d failed, longest %d ms, 0 loaders and 0 threads left%n",
                    SWAPS, load.answered.sum(), load.failures.size(), load.longest() / 1_000_000);
        }
    }

    /** One call and some work on a thread of the plugin's. */
    private static final String WORKS = """
            return Step.call(HttpCall.get("https://api.example.com/v1", "x"), reply -> Step.await(
                    CompletableFuture.supplyAsync(() -> Step.done(Report.hit("%").build()), context.executor())));
            """;

    private static PluginFixture says(String id, String text) {
        return PluginFixture.named(id).with("lookup", "return Step.done(Report.hit(\"" + text + "\").build());");
    }

    private static CompletableFuture<LookupResult> lookup(HostedProvider provider, Duration time) {
        return provider.lookup(Scene.ADDRESS, Instant.now().plus(time), "trace")
                .result()
                .toCompletableFuture();
    }

    private static WeakReference<ClassLoader> loader(String plugin) {
        return new WeakReference<>(Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getContextClassLoader)
                .filter(loader -> loader != null && ("plugin-" + plugin).equals(loader.getName()))
                .findFirst()
                .orElseThrow());
    }

    private static void await(BooleanSupplier done) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it took too long").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /** What a listener was told. */
    private static final class Told implements RosterListener {
        private final List<String> all = new CopyOnWriteArrayList<>();
        private final List<PluginProblem> refused = new CopyOnWriteArrayList<>();

        @Override
        public void coming(HostedExtension extension) {
            all.add("coming " + extension.spec().id());
        }

        @Override
        public void gone(String id) {
            all.add("gone " + id);
        }

        @Override
        public void changed(RosterChange change) {
            all.add("changed");
            refused.addAll(change.refused());
        }
    }

    /** Four threads that ask without a pause. */
    private static final class Load {
        private final ExecutorService threads = Executors.newFixedThreadPool(4);
        private final Queue<String> failures = new ConcurrentLinkedQueue<>();
        private final Queue<Long> times = new ConcurrentLinkedQueue<>();
        private final LongAdder answered = new LongAdder();
        private final AtomicBoolean over = new AtomicBoolean();

        Load(Scene scene) {
            for (int i = 0; i < 4; i++) {
                threads.execute(() -> {
                    while (!over.get()) {
                        ask(scene);
                    }
                });
            }
        }

        private void ask(Scene scene) {
            long begun = System.nanoTime();
            Outcome outcome = scene.answer("one");
            times.add(System.nanoTime() - begun);
            if (outcome.status() == Status.HIT) {
                answered.increment();
            } else {
                failures.add(outcome.toString());
            }
        }

        void awaitSome() {
            long enough = answered.sum() + 4;
            await(() -> answered.sum() >= enough || !failures.isEmpty());
        }

        void stop() throws InterruptedException {
            over.set(true);
            threads.shutdown();
            assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }

        long longest() {
            return times.stream().mapToLong(Long::longValue).max().orElseThrow();
        }
    }
}
