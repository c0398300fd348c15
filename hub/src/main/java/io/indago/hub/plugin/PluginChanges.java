package io.indago.hub.plugin;

import io.indago.host.HostedExtension;
import io.indago.host.HostedProvider;
import io.indago.host.PluginHost;
import io.indago.host.RosterChange;
import io.indago.host.RosterListener;
import io.indago.routes.guard.HealthMonitor;
import io.indago.routes.guard.HostedPatient;
import io.indago.routes.guard.ProviderGuards;
import io.indago.routes.provider.CamelHttpPort;
import io.indago.routes.provider.ProviderRoutes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the hub does when plugins come and go while it runs. */
public final class PluginChanges implements RosterListener {
    private static final Logger LOG = LoggerFactory.getLogger(PluginChanges.class);
    /** A lookup that was planned with a provider finds its route for as long as any lookup takes. */
    private static final Duration PLANNED = Duration.ofSeconds(35);

    private final PluginHost host;
    private final ProviderGuards guards;
    private final ProviderRoutes routes;
    private final CamelHttpPort http;
    private final HealthMonitor monitor;
    private final Duration healthInterval;
    private final Predicate<String> switchedOff;
    private final ScheduledExecutorService timer;
    private final Set<String> watched = ConcurrentHashMap.newKeySet();

    /**
     * @param healthInterval how often whoever comes is asked how it is; zero for never
     * @param switchedOff whether somebody has switched off an id
     */
    public PluginChanges(
            PluginHost host,
            ProviderGuards guards,
            ProviderRoutes routes,
            CamelHttpPort http,
            HealthMonitor monitor,
            Duration healthInterval,
            Predicate<String> switchedOff,
            ScheduledExecutorService timer) {
        this.host = host;
        this.guards = guards;
        this.routes = routes;
        this.http = http;
        this.monitor = monitor;
        this.healthInterval = healthInterval;
        this.switchedOff = switchedOff;
        this.timer = timer;
    }

    @Override
    public void coming(HostedExtension extension) {
        String id = extension.spec().id();
        boolean isKnown = !watched.add(id);
        guards.protect(id, extension.sandbox(), extension.credential(), extension.quotas());
        if (extension instanceof HostedProvider) {
            routes.add(id);
        }
        if (isKnown) {
            guards.of(id).release();
        } else if (!healthInterval.isZero()) {
            monitor.watch(new HostedPatient(id, host, switchedOff), healthInterval);
        }
    }

    @Override
    public void gone(String id) {
        watched.remove(id);
        timer.schedule(() -> forget(id), PLANNED.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void forget(String id) {
        if (host.find(id).isEmpty()) {
            routes.remove(id);
            http.forget(id);
        }
    }

    @Override
    public void changed(RosterChange change) {
        LOG.atInfo()
                .addKeyValue("added", change.added())
                .addKeyValue("replaced", change.replaced())
                .addKeyValue("removed", change.removed())
                .log("The plugins have changed");
        change.refused().forEach(HostedDirectory::log);
        host.plugins().stream()
                .filter(plugin -> change.added().contains(plugin.name())
                        || change.replaced().contains(plugin.name()))
                .flatMap(plugin -> plugin.problems().stream())
                .forEach(HostedDirectory::log);
    }
}
