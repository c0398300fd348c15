package io.indago.hub.reference;

import static java.util.stream.Collectors.toMap;

import io.indago.host.HostConfig;
import io.indago.host.HostedExtension;
import io.indago.host.HttpFailure;
import io.indago.host.HttpPort;
import io.indago.host.PluginHost;
import io.indago.spi.ConnectorSpec;
import io.indago.spi.ExtensionSpec;
import io.indago.spi.Health;
import io.indago.spi.ProviderSpec;
import io.indago.toolkit.DescriptorPlugin;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * What the plugins that come with the hub declare, read from the jars as they are shipped.
 *
 * @param providers sorted by id
 * @param connectors sorted by id
 * @param checked the ids of those that have a health check
 */
public record BundledPlugins(List<ProviderSpec> providers, List<ConnectorSpec> connectors, Set<String> checked) {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path FOLDER =
            TARGET.resolve("../../plugins/bundle/target/plugins").normalize();

    private static final URI SANDBOX = URI.create("http://127.0.0.1:1");
    private static final HttpPort NOBODY = (provider, call, limits) ->
            CompletableFuture.failedStage(new HttpFailure(HttpFailure.Kind.UNAVAILABLE, "nobody answers here"));

    public static BundledPlugins read() {
        try (PluginHost asShipped = open(Map.of(), Map.of())) {
            if (asShipped.providers().isEmpty() || !asShipped.problems().isEmpty()) {
                throw new IllegalStateException("the plugins of " + FOLDER
                        + " can't be read, 'mvn package' makes them: " + asShipped.problems());
            }
            List<ProviderSpec> providers =
                    asShipped.providers().stream().map(each -> each.spec()).toList();
            List<ConnectorSpec> connectors =
                    asShipped.connectors().stream().map(each -> each.spec()).toList();
            return new BundledPlugins(providers, connectors, checked(providers, connectors));
        }
    }

    /** Who has anything to do or to say when it is asked how it is. */
    private static Set<String> checked(List<ProviderSpec> providers, List<ConnectorSpec> connectors) {
        Set<String> checked = new TreeSet<>();
        try (PluginHost switchedOn = open(inSandbox(providers), inSandbox(connectors))) {
            Stream.concat(switchedOn.providers().stream(), switchedOn.connectors().stream())
                    .filter(BundledPlugins::hasHealthCheck)
                    .forEach(each -> checked.add(each.spec().id()));
        }
        return checked;
    }

    private static boolean hasHealthCheck(HostedExtension extension) {
        if (extension.unavailable().isPresent()) {
            throw new IllegalStateException(
                    extension.spec().id() + ": " + extension.unavailable().get());
        }
        return extension
                        .health(Instant.now().plus(Duration.ofSeconds(10)), "reference")
                        .toCompletableFuture()
                        .join()
                        .health()
                        .state()
                != Health.State.UNKNOWN;
    }

    private static PluginHost open(
            Map<String, Map<String, String>> providers, Map<String, Map<String, String>> connectors) {
        HostConfig config = new HostConfig(
                FOLDER,
                List.of(),
                providers,
                connectors,
                Map.of(),
                Map.of(),
                Optional.of(SANDBOX),
                DescriptorPlugin::read,
                Optional.empty(),
                TARGET.resolve("plugin-data"),
                Clock.systemUTC());
        return PluginHost.open(config, NOBODY);
    }

    private static Map<String, Map<String, String>> inSandbox(List<? extends ExtensionSpec> specs) {
        return specs.stream().collect(toMap(ExtensionSpec::id, spec -> Map.of("mode", "sandbox")));
    }
}
