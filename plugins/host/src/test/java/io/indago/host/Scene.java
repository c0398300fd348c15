package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** A host with a good plugin and a bad one, in a world where everything is answered 200 at once, but what is huge. */
final class Scene implements AutoCloseable {
    static final Indicator ADDRESS = Indicator.of(IndicatorType.IPV4, "203.0.113.9");
    static final HostLimits LIMITS =
            new HostLimits(2, 8, Duration.ofMillis(400), Duration.ofMillis(200), Duration.ofMillis(600));
    static final Duration DEADLINE = Duration.ofMillis(250);
    private static final Duration SLACK = Duration.ofSeconds(1);
    /** For what is to end by itself, on a busy machine too. */
    private static final Duration LONG = Duration.ofSeconds(5);

    private final PluginHost host;

    private Scene(PluginHost host) {
        this.host = host;
    }

    static Scene with(Path folder, PluginFixture... bad) throws IOException {
        PluginFixture.named("good").into(folder);
        for (PluginFixture fixture : bad) {
            fixture.into(folder);
        }
        return open(folder);
    }

    static Scene open(Path folder) {
        return open(config(folder));
    }

    static Scene open(HostConfig config) {
        return open(config, Scene::answer);
    }

    static Scene open(HostConfig config, HttpPort port) {
        return new Scene(PluginHost.open(config, port, Map.of(), LIMITS));
    }

    private static CompletionStage<HttpReply> answer(String provider, HttpCall call, CallLimits limits) {
        return call.uri().getPath().endsWith("/huge")
                ? CompletableFuture.failedStage(new HttpFailure(HttpFailure.Kind.TOO_LARGE, "too large"))
                : CompletableFuture.completedStage(FakeReply.of(200, "hello"));
    }

    static HostConfig config(Path folder) {
        return config(folder, List.of(), Map.of(), Map.of());
    }

    static HostConfig config(
            Path folder,
            List<String> allowList,
            Map<String, Map<String, String>> settings,
            Map<String, String> environment) {
        return new HostConfig(
                folder,
                allowList,
                settings,
                Map.of(),
                Map.of(),
                environment,
                Optional.empty(),
                DescriptorFormat.NONE,
                Optional.empty(),
                folder.resolveSibling("data"),
                Clock.systemUTC());
    }

    PluginHost host() {
        return host;
    }

    HostedProvider provider(String id) {
        return host.providers().stream()
                .filter(provider -> provider.spec().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no provider " + id + ": " + host.problems()));
    }

    PluginStatus plugin(String name) {
        return host.plugins().stream()
                .filter(plugin -> plugin.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    CompletionStage<LookupResult> start(String provider) {
        return start(provider, DEADLINE);
    }

    private CompletionStage<LookupResult> start(String provider, Duration time) {
        return provider(provider)
                .lookup(ADDRESS, Instant.now().plus(time), "trace")
                .result();
    }

    Outcome lookup(String provider) {
        long begun = System.nanoTime();
        Outcome outcome = start(provider).toCompletableFuture().join().outcome();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(DEADLINE.plus(SLACK));
        return outcome;
    }

    /** What it answers when it has all the time it needs. */
    Outcome answer(String provider) {
        return start(provider, LONG).toCompletableFuture().join().outcome();
    }

    /** The plugin is rejected for that reason, and only it. */
    void assertRejected(String plugin, String sentence) {
        PluginStatus status = plugin(plugin);
        assertThat(status.state()).as("%s", status.problems()).isEqualTo(PluginState.REJECTED);
        assertThat(status.problems().get(0).message()).contains(sentence);
        assertGoodAnswers();
    }

    void assertGoodAnswers() {
        assertThat(answer("good").reason()).isEqualTo("hello");
        assertThat(plugin("good").problems()).isEmpty();
    }

    /** How many threads are in code whose classes begin so. */
    static long threadsIn(String prefix) {
        return Thread.getAllStackTraces().values().stream()
                .filter(frames ->
                        Stream.of(frames).anyMatch(frame -> frame.getClassName().startsWith(prefix)))
                .count();
    }

    static List<String> threadsOf(String plugin) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("plugin-" + plugin + "-"))
                .toList();
    }

    @Override
    public void close() {
        host.close();
    }
}
