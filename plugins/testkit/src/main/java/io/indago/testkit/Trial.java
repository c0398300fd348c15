package io.indago.testkit;

import io.indago.host.HostConfig;
import io.indago.host.HostedConnector;
import io.indago.host.HostedExtension;
import io.indago.host.HostedProvider;
import io.indago.host.LookupRun;
import io.indago.host.PluginHost;
import io.indago.host.PluginProblem;
import io.indago.host.PluginProblem.Phase;
import io.indago.host.PluginStatus;
import io.indago.spi.Enrichment;
import io.indago.spi.Health;
import io.indago.spi.Indicator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The plugin under test, loaded from its jar in a class loader of its own, over a scripted port. */
final class Trial implements AutoCloseable {
    private static final String TRACE = "contract";

    private final String id;
    private final ScriptedPort port = new ScriptedPort();
    private final PluginHost host;
    private boolean closed;

    /**
     * A trial.
     *
     * @param id of the provider or connector under test
     */
    Trial(String id, HostConfig config) {
        this.id = id;
        host = PluginHost.open(config, port);
    }

    ScriptedPort port() {
        return port;
    }

    /** Why it can't be used; empty when it can. */
    Optional<String> unavailable() {
        return find().map(HostedExtension::unavailable)
                .orElseGet(() -> Optional.of("the jar offers no '" + id
                        + "': name the Plugin that does in META-INF/services/io.indago.spi.Plugin; " + problems()));
    }

    private Optional<HostedExtension> find() {
        return Stream.concat(host.providers().stream(), host.connectors().stream())
                .filter(candidate -> candidate.spec().id().equals(id))
                .findFirst();
    }

    private HostedExtension extension() {
        return find().orElseThrow();
    }

    PluginStatus plugin() {
        return host.plugins().get(0);
    }

    List<String> problems() {
        return host.problems().stream().map(PluginProblem::message).toList();
    }

    /** What is wrong with that part of its life, once it is closed. */
    List<String> problemsInTheEnd(Phase phase) {
        close();
        return host.problems().stream()
                .filter(problem -> problem.phase() == phase)
                .map(PluginProblem::message)
                .toList();
    }

    Work begin(Indicator indicator, Duration time) {
        LookupRun run = ((HostedProvider) extension()).lookup(indicator, in(time), TRACE);
        return new Work(run.result().thenApply(Ended::of), run::cancel);
    }

    /** The hub calls off a push by closing the connector alone. */
    Work begin(Enrichment enrichment, Duration time) {
        HostedConnector connector = (HostedConnector) extension();
        return new Work(connector.push(enrichment, in(time), TRACE).thenApply(Ended::of), this::close);
    }

    Health health(Duration time) {
        return extension().health(in(time), TRACE).toCompletableFuture().join().health();
    }

    private static Instant in(Duration time) {
        return Instant.now().plus(time);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            host.close();
        }
    }
}
