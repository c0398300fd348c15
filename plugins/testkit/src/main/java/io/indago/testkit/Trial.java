package io.indago.testkit;

import io.indago.host.HostedProvider;
import io.indago.host.LookupResult;
import io.indago.host.PluginHost;
import io.indago.host.PluginProblem;
import io.indago.host.PluginStatus;
import io.indago.spi.Health;
import io.indago.spi.Indicator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The plugin under test, loaded from its jar in a class loader of its own, over a scripted port. */
final class Trial implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String provider;
    private final ScriptedPort port = new ScriptedPort();
    private final PluginHost host;

    Trial(Path folder, String provider, Map<String, String> settings) {
        this.provider = provider;
        host = PluginHost.open(TestConfig.of(folder, Map.of(provider, settings)), port);
    }

    ScriptedPort port() {
        return port;
    }

    HostedProvider provider() {
        return host.providers().stream()
                .filter(candidate -> candidate.spec().id().equals(provider))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the jar offers no provider '" + provider + "': " + problems()));
    }

    PluginStatus plugin() {
        return host.plugins().get(0);
    }

    List<String> problems() {
        return host.problems().stream().map(PluginProblem::message).toList();
    }

    CompletionStage<LookupResult> start(Indicator indicator) {
        return provider()
                .lookup(indicator, Instant.now().plus(PATIENCE), "contract")
                .result();
    }

    LookupResult lookup(Indicator indicator) {
        return start(indicator).toCompletableFuture().join();
    }

    LookupResult lookup(Indicator indicator, Duration time) {
        return provider()
                .lookup(indicator, Instant.now().plus(time), "contract")
                .result()
                .toCompletableFuture()
                .join();
    }

    Health health() {
        return provider()
                .health(Instant.now().plus(PATIENCE), "contract")
                .toCompletableFuture()
                .join()
                .health();
    }

    @Override
    public void close() {
        host.close();
    }
}
