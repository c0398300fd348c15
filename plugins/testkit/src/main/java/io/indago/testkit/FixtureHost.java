package io.indago.testkit;

import static java.util.Objects.requireNonNull;

import io.indago.host.DeliveryResult;
import io.indago.host.HostedProvider;
import io.indago.host.LookupResult;
import io.indago.host.PluginHost;
import io.indago.host.PluginStatus;
import io.indago.spi.Enrichment;
import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import io.indago.spi.ProviderSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One plugin on the real host, over replies a test makes.
 *
 * <pre>{@code
 * try (FixtureHost host = FixtureHost.of(new ExamplePlugin(), Map.of("api-key", "a-made-up-key"))
 *         .replying(call -> Reply.fixture("hit.json"))) {
 *     LookupResult result = host.lookup(Indicator.of(IndicatorType.IPV4, "203.0.113.9"));
 * }
 * }</pre>
 */
public final class FixtureHost implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PluginHost host;
    private final ScriptedPort port;

    private FixtureHost(Path folder, Map<String, Map<String, String>> providers) {
        port = new ScriptedPort();
        host = PluginHost.open(TestConfig.of(folder, providers, Map.of()), port);
    }

    private FixtureHost(
            Plugin plugin, Map<String, Map<String, String>> providers, Map<String, Map<String, String>> connectors) {
        port = new ScriptedPort();
        host = PluginHost.of(plugin, TestConfig.of(Path.of("plugins"), providers, connectors), port);
    }

    /** A host of that plugin; each of its providers has these settings. Calls go unanswered until {@link #replying}. */
    public static FixtureHost of(Plugin plugin, Map<String, String> settings) {
        requireNonNull(settings, "settings");
        Map<String, Map<String, String>> all = plugin.providers().stream()
                .map(ProviderFactory::spec)
                .collect(Collectors.toMap(ProviderSpec::id, spec -> TestConfig.on(spec, settings)));
        return new FixtureHost(plugin, all, Map.of());
    }

    /** The same, where each of its connectors has these settings and its providers have none. */
    public static FixtureHost ofConnector(Plugin plugin, Map<String, String> settings) {
        requireNonNull(settings, "settings");
        Map<String, Map<String, String>> all = plugin.connectors().stream()
                .collect(Collectors.toMap(factory -> factory.spec().id(), factory -> settings));
        return new FixtureHost(plugin, Map.of(), all);
    }

    /**
     * A host of the plugins that are built and lie in that folder, each in a class loader of its own.
     *
     * @param settings of each provider, by its id
     */
    public static FixtureHost ofFolder(Path folder, Map<String, Map<String, String>> settings) {
        return new FixtureHost(requireNonNull(folder, "folder"), settings);
    }

    /** From now on calls are answered by that function; of one that throws, the call fails. */
    public FixtureHost replying(Function<HttpCall, HttpReply> answers) {
        port.replying(answers);
        return this;
    }

    /** From now on calls are answered as that case says. */
    public FixtureHost replying(LookupCase recorded) {
        port.replying(recorded.replies());
        return this;
    }

    /** Asks the plugin's only provider, within ten seconds. */
    public LookupResult lookup(Indicator indicator) {
        return lookup(only(host.providers()), indicator);
    }

    /** Asks that provider, within ten seconds. */
    public LookupResult lookup(String provider, Indicator indicator) {
        return lookup(named(provider), indicator);
    }

    /** Tells the plugin's only connector, within ten seconds. */
    public DeliveryResult push(Enrichment enrichment) {
        return result(only(host.connectors()).push(enrichment, deadline(), "test"));
    }

    /** Asks how the plugin's only provider is. */
    public Health health() {
        return result(only(host.providers()).health(deadline(), "test")).health();
    }

    /** Asks how the plugin's only connector is. */
    public Health connectorHealth() {
        return result(only(host.connectors()).health(deadline(), "test")).health();
    }

    /** Asks how that provider is. */
    public Health health(String provider) {
        return result(named(provider).health(deadline(), "test")).health();
    }

    /** What became of the plugins. */
    public List<PluginStatus> plugins() {
        return host.plugins();
    }

    /** What each provider declares. */
    public List<ProviderSpec> providers() {
        return host.providers().stream().map(HostedProvider::spec).toList();
    }

    /** The calls that were made so far, in their order. */
    public List<HttpCall> calls() {
        return port.calls();
    }

    @Override
    public void close() {
        host.close();
    }

    private LookupResult lookup(HostedProvider provider, Indicator indicator) {
        return result(provider.lookup(indicator, deadline(), "test").result());
    }

    private <T> T only(List<T> all) {
        if (all.size() != 1) {
            throw new IllegalStateException("expected one, found " + all.size() + ": say which; " + host.problems());
        }
        return all.get(0);
    }

    private HostedProvider named(String id) {
        return host.providers().stream()
                .filter(provider -> provider.spec().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no provider '" + id + "'; " + host.problems()));
    }

    private static Instant deadline() {
        return Instant.now().plus(PATIENCE);
    }

    private static <T> T result(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
