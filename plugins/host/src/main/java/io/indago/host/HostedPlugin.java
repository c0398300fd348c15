package io.indago.host;

import static java.util.Objects.requireNonNullElse;

import io.indago.host.HostedExtension.Running;
import io.indago.host.HostedExtension.State;
import io.indago.host.PluginProblem.Phase;
import io.indago.host.PluginScan.Offer;
import io.indago.spi.ConnectorSpec;
import io.indago.spi.ExtensionSpec;
import io.indago.spi.Plugin;
import io.indago.spi.ProviderSpec;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** One plugin: its state, its threads, its providers, and everything that went wrong with it. */
final class HostedPlugin {
    private final PluginSource source;
    private final HostLimits limits;
    private final PluginThreads threads;
    private final PluginProblems problems;
    private final List<Offer> offers = new CopyOnWriteArrayList<>();
    private final List<HostedExtension> extensions = new CopyOnWriteArrayList<>();
    private volatile PluginState state = PluginState.DISCOVERED;
    private volatile boolean contested;

    HostedPlugin(PluginSource source, HostLimits limits) {
        this.source = source;
        this.limits = limits;
        threads = new PluginThreads(source.name(), limits, source.loader());
        problems = new PluginProblems(source, limits, threads);
    }

    String name() {
        return source.name();
    }

    /** Does one of these; a surprise is a problem of this plugin, too. */
    void doing(Phase phase, Consumer<HostedPlugin> work) {
        try {
            work.accept(this);
        } catch (RuntimeException surprise) {
            problems.error(phase, "the host failed with it: " + Failures.WITHOUT_SECRETS.describe(surprise));
        }
    }

    /** Loads it and asks what it offers: {@code RESOLVED}, or {@code REJECTED}. */
    void load() {
        source.manifest().objections().forEach(objection -> problems.error(Phase.SCAN, objection));
        if (problems.found().isEmpty()) {
            PluginScan scan = new PluginScan(Failures.WITHOUT_SECRETS, message -> problems.error(Phase.LOAD, message));
            try {
                List<Plugin> plugins = threads.call(
                        "its constructor", limits.start(), Failures.WITHOUT_SECRETS, () -> source.plugins(scan));
                for (Plugin plugin : plugins) {
                    offers.addAll(threads.call(
                            "providers(), connectors() or spec()",
                            limits.start(),
                            Failures.WITHOUT_SECRETS,
                            () -> scan.offers(plugin)));
                }
            } catch (PluginTrouble trouble) {
                problems.error(Phase.LOAD, trouble.getMessage());
            }
        }
        if (offers.isEmpty() && problems.found().isEmpty()) {
            problems.error(
                    Phase.LOAD,
                    "it offers no provider or connector: name its own Plugin class in " + PluginManifest.SERVICES
                            + " and return factories from providers() or connectors()");
        }
        state = offers.isEmpty() ? PluginState.REJECTED : PluginState.RESOLVED;
    }

    /**
     * Gives up what has an id that another has already, and takes the others' ids.
     *
     * @param owners id → name of its plugin; what is this plugin's own already, it has from an earlier version
     */
    void claim(Map<String, String> owners) {
        Set<String> own = new HashSet<>();
        offers.removeIf(offer -> {
            String id = offer.spec().id();
            String owner = requireNonNullElse(owners.putIfAbsent(id, source.name()), source.name());
            boolean foreign = !owner.equals(source.name());
            boolean taken = foreign || !own.add(id);
            if (taken) {
                contested |= foreign;
                problems.error(
                        Phase.LOAD,
                        "the id '" + id + "' is taken by the plugin " + owner
                                + ": remove one of the two, or give this one another id");
            }
            return taken;
        });
        if (offers.isEmpty()) {
            state = PluginState.REJECTED;
        }
    }

    /** Configures and creates its providers and connectors. */
    void start(Function<ExtensionSpec, ExtensionSetup> configuration, HostServices services) {
        ExtensionStart start = new ExtensionStart(source.manifest(), threads, limits, services, this::status);
        for (Offer offer : offers) {
            ExtensionSetup setup = configuration.apply(offer.spec());
            setup.errors().forEach(message -> problems.error(Phase.CONFIGURE, message));
            if (setup.unavailable().isEmpty()) {
                state = PluginState.CONFIGURED;
            }
            extensions.add(start.of(offer, setup, fault -> problems.error(Phase.CONFIGURE, fault)));
        }
        if (extensions.stream().anyMatch(extension -> extension.running().isPresent())) {
            state = PluginState.ACTIVE;
        }
    }

    List<HostedExtension> extensions() {
        return List.copyOf(extensions);
    }

    List<ExtensionSpec> specs() {
        return offers.stream().map(Offer::spec).toList();
    }

    private List<String> ids(Class<? extends ExtensionSpec> kind) {
        return specs().stream()
                .filter(kind::isInstance)
                .map(ExtensionSpec::id)
                .sorted()
                .toList();
    }

    PluginStatus status() {
        PluginManifest manifest = source.manifest();
        return new PluginStatus(
                source.name(),
                state,
                manifest.version(),
                manifest.apiVersion(),
                manifest.jars(),
                ids(ProviderSpec.class),
                ids(ConnectorSpec.class),
                problems.now(state == PluginState.CLOSED ? Phase.CLOSE : Phase.RUN));
    }

    boolean isFromFolder() {
        return source.isFromFolder();
    }

    /** Whether something it offers has an id that another plugin has. */
    boolean isContested() {
        return contested;
    }

    /** Whether it offers anything. */
    boolean isUsable() {
        return state != PluginState.REJECTED;
    }

    /**
     * Whether the same files, tried once more, might give more: something was rejected, taken, or could not be created, or
     * refers to a secret that may be another by now.
     */
    boolean mayDoMore() {
        return contested
                || !isUsable()
                || extensions.stream()
                        .anyMatch(extension -> extension.state() == State.FAILED
                                || extension.setup().refers());
    }

    /** The same as long as it has the same secrets. */
    List<String> credentials() {
        return extensions.stream().map(HostedExtension::credential).toList();
    }

    /** Whether its files are the same, byte for byte. */
    boolean isMadeOf(HostedPlugin other) {
        return source.manifest().jars().equals(other.source.manifest().jars());
    }

    /** What was found to be wrong with it while it was loaded and configured. */
    List<PluginProblem> faults() {
        return problems.found();
    }

    /** Takes no more work; completes when that under way is over. */
    CompletableFuture<Void> retire() {
        return CompletableFuture.allOf(extensions.stream()
                .flatMap(extension -> extension.running().stream())
                .map(running -> running.runner().retire().toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new));
    }

    /** Ends its work, closes its providers and connectors on their threads, within the limit for each, and lets go of its classes. */
    void close() {
        extensions.forEach(extension -> extension.running().ifPresent(this::close));
        threads.close();
        try {
            source.close();
        } catch (IOException e) {
            problems.warning(Phase.CLOSE, "its jars could not be closed: " + e.getMessage());
        }
        if (state != PluginState.REJECTED) {
            state = PluginState.CLOSED;
        }
    }

    private void close(Running running) {
        running.runner().close();
        try {
            threads.call("close()", limits.close(), running.runner().failures, () -> {
                running.instance().close();
                return true;
            });
        } catch (PluginTrouble trouble) {
            problems.error(Phase.CLOSE, trouble.getMessage());
        }
    }
}
