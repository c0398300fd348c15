package io.indago.routes.api;

import io.indago.host.HostedConnector;
import io.indago.host.HostedExtension;
import io.indago.host.HostedProvider;
import io.indago.host.PluginHost;
import io.indago.host.PluginJar;
import io.indago.host.PluginProblem;
import io.indago.host.PluginStatus;
import io.indago.spi.ConnectorSpec;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The plugins there are, their providers and connectors, and what is wrong.
 *
 * @param problems what is wrong with settings that belong to no plugin
 */
public record PluginsDocument(
        List<PluginPart> plugins,
        List<ProviderPart> providers,
        List<ConnectorPart> connectors,
        List<ProblemPart> problems) {

    /** What the host has now. */
    static PluginsDocument of(PluginHost host, Function<HostedExtension, PluginDocument> details) {
        return new PluginsDocument(
                host.plugins().stream().map(PluginPart::of).toList(),
                host.providers().stream()
                        .map(provider -> ProviderPart.of(provider, details.apply(provider)))
                        .toList(),
                host.connectors().stream()
                        .map(connector -> ConnectorPart.of(connector, details.apply(connector)))
                        .toList(),
                host.problems().stream()
                        .filter(problem -> problem.plugin().isEmpty())
                        .map(ProblemPart::of)
                        .toList());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * One plugin.
     *
     * @param state {@code active} when all is well, {@code rejected} when it can't be used
     * @param jars what was loaded, with the SHA-256 of each
     * @param providers the ids of its providers
     * @param connectors the ids of its connectors
     */
    public record PluginPart(
            String name,
            String state,
            String version,
            String apiVersion,
            List<PluginJar> jars,
            List<String> providers,
            List<String> connectors,
            List<ProblemPart> problems) {
        static PluginPart of(PluginStatus plugin) {
            return new PluginPart(
                    plugin.name(),
                    lower(plugin.state()),
                    plugin.version(),
                    plugin.apiVersion(),
                    plugin.jars(),
                    plugin.providers(),
                    plugin.connectors(),
                    plugin.problems().stream().map(ProblemPart::of).toList());
        }
    }

    /** Something that is wrong, and what to do about it. */
    public record ProblemPart(String severity, String phase, String message) {
        static ProblemPart of(PluginProblem problem) {
            return new ProblemPart(lower(problem.severity()), lower(problem.phase()), problem.message());
        }
    }

    /**
     * One provider.
     *
     * @param hosts the only hosts its calls go to
     * @param exposure what asking it reveals: {@code local}, {@code vendor}, {@code target}, {@code public}
     * @param maxTlp the strictest TLP it may be asked under
     * @param unavailable why it is not asked now; absent when it is
     * @param state as in {@link PluginDocument}
     * @param health the last check; absent before the first
     * @param traffic where its calls go: {@code live}, {@code record}, {@code sandbox} or {@code replay}
     * @param sandbox whether the sandbox, or a recording, answers in its place
     */
    public record ProviderPart(
            String id,
            String title,
            String plugin,
            List<String> types,
            Set<String> hosts,
            String exposure,
            String maxTlp,
            String reliability,
            String reliabilityReason,
            Optional<URI> homepage,
            boolean available,
            Optional<String> unavailable,
            String state,
            Optional<HealthDocument> health,
            String traffic,
            boolean sandbox) {
        static ProviderPart of(HostedProvider provider, PluginDocument details) {
            ProviderSpec spec = provider.spec();
            return new ProviderPart(
                    spec.id(),
                    spec.title(),
                    provider.plugin().name(),
                    provider.types().stream().map(IndicatorType::id).toList(),
                    provider.hosts(),
                    lower(spec.exposure()),
                    spec.maxTlp().label(),
                    spec.reliability().name(),
                    spec.reliabilityReason(),
                    spec.homepage(),
                    details.reason().isEmpty(),
                    details.reason(),
                    details.state(),
                    details.health(),
                    lower(provider.traffic()),
                    provider.sandbox());
        }
    }

    /**
     * One connector.
     *
     * @param maxTlp the strictest TLP it may be told
     * @param unavailable why it can't be told; absent when it can
     * @param state as in {@link PluginDocument}
     */
    public record ConnectorPart(
            String id,
            String title,
            String plugin,
            List<String> types,
            Set<String> hosts,
            String maxTlp,
            Optional<URI> homepage,
            boolean available,
            Optional<String> unavailable,
            String state,
            Optional<HealthDocument> health,
            String traffic,
            boolean sandbox) {
        static ConnectorPart of(HostedConnector connector, PluginDocument details) {
            ConnectorSpec spec = connector.spec();
            return new ConnectorPart(
                    spec.id(),
                    spec.title(),
                    connector.plugin().name(),
                    connector.types().stream().map(IndicatorType::id).toList(),
                    connector.hosts(),
                    details.maxTlp(),
                    spec.homepage(),
                    details.reason().isEmpty(),
                    details.reason(),
                    details.state(),
                    details.health(),
                    lower(connector.traffic()),
                    connector.sandbox());
        }
    }
}
