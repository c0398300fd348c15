package io.indago.hub.plugin;

import io.indago.host.HostedProvider;
import io.indago.host.LookupRun;
import io.indago.host.PluginHost;
import io.indago.host.PluginProblem;
import io.indago.routes.api.StatusApiRoutes.HubStatus;
import io.indago.routes.provider.ProviderDirectory;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The providers of the plugin host. Logs each problem of a plugin once, when the hub starts. */
public final class HostedDirectory implements ProviderDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(HostedDirectory.class);

    private final PluginHost host;
    private final List<Hosted> providers;

    public HostedDirectory(PluginHost host) {
        this.host = host;
        this.providers = host.providers().stream().map(Hosted::new).toList();
        host.plugins().stream().flatMap(plugin -> plugin.problems().stream()).forEach(HostedDirectory::log);
    }

    private static void log(PluginProblem problem) {
        LOG.atWarn()
                .addKeyValue("plugin", problem.plugin())
                .addKeyValue("phase", problem.phase())
                .log(problem.message());
    }

    @Override
    public List<? extends Entry> entries() {
        return providers;
    }

    /** What anybody may know. */
    public HubStatus status() {
        String version = Optional.ofNullable(HostedDirectory.class.getPackage().getImplementationVersion())
                .orElse("development");
        int ready = (int) providers.stream()
                .filter(provider -> provider.unavailable().isEmpty())
                .count();
        int problems = host.plugins().stream()
                .mapToInt(plugin -> plugin.problems().size())
                .sum();
        return new HubStatus("up", version, ready, problems);
    }

    private record Hosted(HostedProvider provider) implements Entry {
        @Override
        public ProviderSpec spec() {
            return provider.spec();
        }

        @Override
        public Optional<String> unavailable() {
            return provider.unavailable();
        }

        @Override
        public boolean sandbox() {
            return provider.sandbox();
        }

        @Override
        public Set<IndicatorType> types() {
            return provider.types();
        }

        @Override
        public LookupRun lookup(Indicator indicator, Instant deadline, String traceId) {
            return provider.lookup(indicator, deadline, traceId);
        }
    }
}
