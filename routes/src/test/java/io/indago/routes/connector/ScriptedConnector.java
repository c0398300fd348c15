package io.indago.routes.connector;

import io.indago.host.HostedConnector;
import io.indago.host.PluginHost;
import io.indago.routes.Samples;
import io.indago.routes.api.TestPlugins;
import io.indago.routes.events.EnrichmentDocument;
import io.indago.routes.events.JsonMapping;
import io.indago.spi.Connector;
import io.indago.spi.ConnectorFactory;
import io.indago.spi.ConnectorSpec;
import io.indago.spi.Delivery;
import io.indago.spi.Enrichment;
import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Step;
import io.indago.spi.Tlp;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A connector on the real host that does what a test tells it, and remembers what it was told. */
public final class ScriptedConnector implements Plugin, ConnectorFactory, AutoCloseable {
    public static final String ID = "tip";
    /** What it is told about unless a test says otherwise: anything. */
    private static final Map<String, String> EVERYTHING =
            Map.of("verdicts", "malicious,suspicious,benign,informational,unknown", "sandbox-results", "true");

    private final List<Enrichment> told = new CopyOnWriteArrayList<>();
    private final PluginHost host;
    private volatile Script script = () -> Step.done(Delivery.created("event 7"));

    /** What it does when told something. */
    @FunctionalInterface
    interface Script {
        Step<Delivery> push() throws Exception;
    }

    ScriptedConnector() {
        this(Map.of());
    }

    public ScriptedConnector(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(EVERYTHING);
        all.putAll(settings);
        host = PluginHost.of(
                this, TestPlugins.config(Map.of(), Map.of(ID, all)), (id, call, limits) -> new CompletableFuture<>());
    }

    /** A lookup with something of everything, TLP:AMBER+STRICT, as the stream has it. */
    static byte[] record() {
        try {
            return JsonMapping.mapper()
                    .writeValueAsBytes(EnrichmentDocument.published(Samples.enrichment("evil.example.com")));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public PluginHost host() {
        return host;
    }

    HostedConnector hosted() {
        return host.connectors().get(0);
    }

    List<Enrichment> told() {
        return List.copyOf(told);
    }

    void does(Script what) {
        script = what;
    }

    @Override
    public List<ConnectorFactory> connectors() {
        return List.of(this);
    }

    @Override
    public ConnectorSpec spec() {
        return ConnectorSpec.builder(ID, "TIP")
                .types(IndicatorType.FQDN, IndicatorType.IPV4)
                .maxTlp(Tlp.RED)
                .unmanaged()
                .build();
    }

    @Override
    public Connector create(PluginConfig config, PluginContext context) {
        return (enrichment, lookup) -> {
            told.add(enrichment);
            return script.push();
        };
    }

    @Override
    public void close() {
        host.close();
    }
}
