package io.indago.testkit;

import io.indago.host.HealthResult;
import io.indago.host.HostedConnector;
import io.indago.host.HostedExtension;
import io.indago.host.HostedProvider;
import io.indago.host.LookupResult;
import io.indago.host.LookupRun;
import io.indago.host.PluginHost;
import io.indago.host.PluginProblem;
import io.indago.host.PluginStatus;
import io.indago.spi.Enrichment;
import io.indago.spi.ExtensionSpec;
import io.indago.spi.Indicator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** The plugin under test, loaded from its jar in a class loader of its own, over a scripted port. */
final class Trial implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String id;
    private final ScriptedPort port = new ScriptedPort();
    private final PluginHost host;

    Trial(Path folder, ExtensionSpec spec, Map<String, String> settings) {
        id = spec.id();
        host = PluginHost.open(TestConfig.of(folder, spec, settings), port);
    }

    ScriptedPort port() {
        return port;
    }

    HostedExtension extension() {
        return Stream.concat(host.providers().stream(), host.connectors().stream())
                .filter(candidate -> candidate.spec().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the jar offers no '" + id + "': " + problems()));
    }

    PluginStatus plugin() {
        return host.plugins().get(0);
    }

    List<String> problems() {
        return host.problems().stream().map(PluginProblem::message).toList();
    }

    LookupRun start(Indicator indicator) {
        return start(indicator, PATIENCE);
    }

    LookupRun start(Indicator indicator, Duration time) {
        return ((HostedProvider) extension()).lookup(indicator, Instant.now().plus(time), "contract");
    }

    LookupResult lookup(Indicator indicator) {
        return join(start(indicator).result());
    }

    Ended lookup(Indicator indicator, Duration time) {
        return Ended.of(join(start(indicator, time).result()));
    }

    Ended push(Enrichment enrichment) {
        return push(enrichment, PATIENCE);
    }

    Ended push(Enrichment enrichment, Duration time) {
        return Ended.of(join(
                ((HostedConnector) extension()).push(enrichment, Instant.now().plus(time), "contract")));
    }

    HealthResult health() {
        return join(extension().health(Instant.now().plus(PATIENCE), "contract"));
    }

    private static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    @Override
    public void close() {
        host.close();
    }
}
