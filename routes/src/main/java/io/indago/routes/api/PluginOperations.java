package io.indago.routes.api;

import io.indago.host.HostedExtension;
import io.indago.host.Nearest;
import io.indago.host.PluginHost;
import io.indago.host.PluginStatus;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.api.ProviderSwitches.Disabled;
import io.indago.routes.guard.HealthMonitor;
import io.indago.routes.guard.HostedPatient;
import io.indago.routes.guard.ProviderGuard;
import io.indago.routes.guard.ProviderGuards;
import io.indago.routes.provider.AnswerCache;
import io.indago.routes.provider.Connections;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

/** What an operator can see of plugins, and do with them. */
public final class PluginOperations {
    private final PluginHost host;
    private final ProviderGuards guards;
    private final AnswerCache cache;
    private final HealthMonitor monitor;
    private final ProviderSwitches switches;
    private final Function<String, Connections> connections;
    private final Clock clock;

    public PluginOperations(
            PluginHost host,
            ProviderGuards guards,
            AnswerCache cache,
            HealthMonitor monitor,
            ProviderSwitches switches,
            Function<String, Connections> connections,
            Clock clock) {
        this.host = host;
        this.guards = guards;
        this.cache = cache;
        this.monitor = monitor;
        this.switches = switches;
        this.connections = connections;
        this.clock = clock;
    }

    /** Every plugin, provider and connector, and what is wrong. */
    public PluginsDocument list() {
        return PluginsDocument.of(host, extension -> document(extension));
    }

    /**
     * One provider or connector.
     *
     * @throws NotFoundException when there is none of that id
     */
    public PluginDocument show(String id) throws NotFoundException {
        return document(find(id));
    }

    /** Asks it how it is, now. */
    public CompletionStage<HealthCheckDocument> check(String id) throws NotFoundException {
        HostedExtension extension = find(id);
        return monitor.check(
                        new HostedPatient(id, host, any -> switches.find(any).isPresent()))
                .thenApply(verdict -> HealthCheckDocument.of(
                        id,
                        verdict,
                        !extension.credential().isEmpty(),
                        guards.of(id).quotas().stream().anyMatch(left -> left.calls() == 0)));
    }

    /** It is not asked any more, until someone enables it. */
    public PluginDocument disable(String id, String by, String reason)
            throws NotFoundException, StoreUnavailableException {
        find(id);
        switches.disable(id, new Disabled(by, reason, clock.instant()));
        return show(id);
    }

    /** It is asked again, also when something held it back; only its own rate limit still holds. */
    public PluginDocument enable(String id) throws NotFoundException, StoreUnavailableException {
        find(id);
        switches.enable(id);
        guards.of(id).release();
        return show(id);
    }

    /** Ends at once what it does now, as {@code killed}; what comes after that goes on as ever. */
    public PluginDocument kill(String id, String by) throws NotFoundException {
        find(id).kill("killed by " + by);
        return show(id);
    }

    /** Takes over what has changed in the plugins folder, now. */
    public RescanDocument rescan() {
        return RescanDocument.of(host.rescan(), host.plugins());
    }

    /** Forgets what it said. */
    public PluginDocument clearCache(String id) throws NotFoundException {
        find(id);
        cache.clear(id);
        return show(id);
    }

    private PluginDocument document(HostedExtension extension) {
        String id = extension.spec().id();
        PluginStatus plugin = host.plugins().stream()
                .filter(each -> each.name().equals(extension.plugin().name()))
                .findFirst()
                .orElseGet(extension::plugin);
        ProviderGuard guard = guards.of(id);
        return PluginDocument.of(
                extension,
                plugin,
                switches.find(id).map(Disabled::sentence),
                guard,
                connections.apply(id),
                cache.use(id));
    }

    private HostedExtension find(String id) throws NotFoundException {
        Optional<HostedExtension> found = host.find(id);
        if (found.isPresent()) {
            return found.get();
        }
        List<String> ids = extensions().map(each -> each.spec().id()).sorted().toList();
        throw new NotFoundException("there is no provider or connector '" + id + "'"
                + Nearest.to(id, ids)
                        .map(nearest -> "; did you mean '" + nearest + "'?")
                        .orElse(", there is " + ids));
    }

    private Stream<HostedExtension> extensions() {
        return Stream.concat(host.providers().stream(), host.connectors().stream());
    }
}
