package io.indago.hub.plugin;

import io.indago.host.FirstStep;
import io.indago.host.HostedProvider;
import io.indago.host.LookupRun;
import io.indago.host.PluginHost;
import io.indago.host.PluginProblem;
import io.indago.routes.api.ProviderSwitches;
import io.indago.routes.api.ProviderSwitches.Disabled;
import io.indago.routes.api.StatusApiRoutes.HubStatus;
import io.indago.routes.provider.ProviderDirectory;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The providers of the plugin host. Logs each problem once, when the hub starts. */
public final class HostedDirectory implements ProviderDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(HostedDirectory.class);

    private final PluginHost host;
    private final ProviderSwitches switches;
    private volatile Known known = new Known(List.of(), List.of());

    /**
     * @param switches says what somebody has switched off
     */
    public HostedDirectory(PluginHost host, ProviderSwitches switches) {
        this.host = host;
        this.switches = switches;
        host.problems().forEach(HostedDirectory::log);
    }

    static void log(PluginProblem problem) {
        LOG.atWarn()
                .addKeyValue("plugin", problem.plugin())
                .addKeyValue("phase", problem.phase())
                .log(problem.message());
    }

    /** The host's providers at one time, and what the routes see of them. */
    private record Known(List<HostedProvider> providers, List<Hosted> entries) {}

    @Override
    public List<? extends Entry> entries() {
        List<HostedProvider> now = host.providers();
        Known seen = known;
        if (seen.providers() != now) {
            seen = new Known(
                    now,
                    now.stream().map(provider -> new Hosted(provider, switches)).toList());
            known = seen;
        }
        return seen.entries();
    }

    /** What anybody may know. */
    public HubStatus status() {
        String version = Optional.ofNullable(HostedDirectory.class.getPackage().getImplementationVersion())
                .orElse("development");
        int ready = (int) entries().stream()
                .filter(provider -> provider.unavailable().isEmpty())
                .count();
        int problems = host.plugins().stream()
                .mapToInt(plugin -> plugin.problems().size())
                .sum();
        return new HubStatus("up", version, ready, problems);
    }

    private record Hosted(HostedProvider provider, ProviderSwitches switches) implements Entry {
        @Override
        public ProviderSpec spec() {
            return provider.spec();
        }

        @Override
        public Optional<String> unavailable() {
            return switches.find(provider.spec().id()).map(Disabled::sentence).or(provider::unavailable);
        }

        @Override
        public boolean sandbox() {
            return provider.sandbox();
        }

        @Override
        public String build() {
            return provider.build();
        }

        @Override
        public Set<IndicatorType> types() {
            return provider.types();
        }

        @Override
        public LookupRun lookup(Indicator indicator, Instant deadline, String traceId, String caller) {
            return provider.lookup(indicator, deadline, traceId, caller);
        }

        @Override
        public CompletionStage<FirstStep> firstStep(Indicator indicator, Instant deadline, String traceId) {
            return provider.firstStep(indicator, deadline, traceId);
        }
    }
}
