package io.indago.host;

import io.indago.host.HostedExtension.Frame;
import io.indago.host.HostedExtension.Running;
import io.indago.host.PluginProblem.Phase;
import io.indago.host.PluginProblem.Severity;
import io.indago.host.PluginScan.Offer;
import io.indago.spi.ConnectorSpec;
import io.indago.spi.ExtensionSpec;
import io.indago.spi.Plugin;
import io.indago.spi.ProviderSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** One plugin: its state, its threads, its providers, and everything that went wrong with it. */
final class HostedPlugin {
    private final PluginSource source;
    private final HostLimits limits;
    private final PluginThreads threads;
    private final List<PluginProblem> problems = new CopyOnWriteArrayList<>();
    private final List<Offer> offers = new CopyOnWriteArrayList<>();
    private final List<HostedExtension> extensions = new CopyOnWriteArrayList<>();
    private volatile PluginState state = PluginState.DISCOVERED;

    HostedPlugin(PluginSource source, HostLimits limits) {
        this.source = source;
        this.limits = limits;
        threads = new PluginThreads(source.name(), limits, source.loader());
    }

    /** Does one of these; a surprise is a problem of this plugin, too. */
    void doing(Phase phase, Consumer<HostedPlugin> work) {
        try {
            work.accept(this);
        } catch (RuntimeException surprise) {
            error(phase, "the host failed with it: " + Failures.WITHOUT_SECRETS.describe(surprise));
        }
    }

    /** Loads it and asks what it offers: {@code RESOLVED}, or {@code REJECTED}. */
    void load() {
        source.manifest().objections().forEach(objection -> error(Phase.SCAN, objection));
        if (problems.isEmpty()) {
            PluginScan scan = new PluginScan(Failures.WITHOUT_SECRETS, message -> error(Phase.LOAD, message));
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
                error(Phase.LOAD, trouble.getMessage());
            }
        }
        if (offers.isEmpty() && problems.isEmpty()) {
            error(
                    Phase.LOAD,
                    "it offers no provider or connector: name its own Plugin class in " + PluginManifest.SERVICES
                            + " and return factories from providers() or connectors()");
        }
        state = offers.isEmpty() ? PluginState.REJECTED : PluginState.RESOLVED;
    }

    /** Gives up what has an id that another has already, and takes the others' ids. */
    void claim(Map<String, String> taken) {
        offers.removeIf(offer -> {
            String owner = taken.putIfAbsent(offer.spec().id(), source.name());
            if (owner != null) {
                error(
                        Phase.LOAD,
                        "the id '" + offer.spec().id() + "' is taken by the plugin " + owner
                                + ": remove one of the two, or give this one another id");
            }
            return owner != null;
        });
        if (offers.isEmpty()) {
            state = PluginState.REJECTED;
        }
    }

    /** Configures and creates its providers and connectors. */
    void start(Function<ExtensionSpec, ExtensionSetup> configuration, HostServices services) {
        for (Offer offer : offers) {
            ExtensionSetup setup = configuration.apply(offer.spec());
            setup.errors().forEach(message -> error(Phase.CONFIGURE, message));
            if (setup.unavailable().isEmpty()) {
                state = PluginState.CONFIGURED;
            }
            extensions.add(hosted(offer, setup, services));
        }
        if (extensions.stream().anyMatch(extension -> extension.running().isPresent())) {
            state = PluginState.ACTIVE;
        }
    }

    private HostedExtension hosted(Offer offer, ExtensionSetup setup, HostServices services) {
        if (setup.unavailable().isPresent()) {
            return hosted(offer.spec(), setup, setup.unavailable(), Optional.empty());
        }
        try {
            return hosted(offer.spec(), setup, Optional.empty(), Optional.of(create(offer, setup, services)));
        } catch (PluginTrouble trouble) {
            error(Phase.CONFIGURE, trouble.getMessage());
            return hosted(
                    offer.spec(),
                    setup,
                    Optional.of("could not be started: " + trouble.getMessage()),
                    Optional.empty());
        }
    }

    private HostedExtension hosted(
            ExtensionSpec spec, ExtensionSetup setup, Optional<String> unavailable, Optional<Running> running) {
        PluginManifest manifest = source.manifest();
        ApiVersion api = ApiVersion.parse(manifest.apiVersion()).orElseThrow();
        Frame frame = new Frame(spec, source.name(), manifest.version(), api, setup, unavailable, running);
        return spec instanceof ProviderSpec provider
                ? new HostedProvider(provider, frame)
                : new HostedConnector((ConnectorSpec) spec, frame);
    }

    private Running create(Offer offer, ExtensionSetup setup, HostServices services) throws PluginTrouble {
        StepRunner runner = services.runner(offer.spec(), threads, setup);
        ProviderContext context = services.context(offer.spec(), threads, runner.failures);
        String what = "create() of " + offer.spec().id();
        AutoCloseable instance = threads.call(
                what, limits.start(), runner.failures, () -> offer.factory().create(setup.config(), context));
        if (instance == null) {
            throw new PluginTrouble(what + " answered null: return what was created");
        }
        return new Running(instance, runner);
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
                problems());
    }

    private List<PluginProblem> problems() {
        List<PluginProblem> all = new ArrayList<>(problems);
        threads.mistakes().sentences().forEach(sentence -> all.add(warning(Phase.RUN, sentence)));
        OwnThreads.complaint(source.loader())
                .map(sentence -> warning(state == PluginState.CLOSED ? Phase.CLOSE : Phase.RUN, sentence))
                .ifPresent(all::add);
        if (threads.overruns() > 0) {
            Severity severity = threads.isStuck() ? Severity.ERROR : Severity.WARNING;
            all.add(new PluginProblem(
                    severity,
                    source.name(),
                    Phase.RUN,
                    "its own code ran past the deadline " + Mistakes.times(threads.overruns()) + ", and holds "
                            + threads.stuck()
                            + " of its " + limits.threads()
                            + " threads now: make calls and pauses steps, and end loops by LookupContext.timeLeft()"));
        }
        return all;
    }

    /** Ends its work, closes its providers and connectors on their threads, within the limit for each, and lets go of its classes. */
    void close() {
        extensions.forEach(extension -> extension.running().ifPresent(this::close));
        threads.close();
        try {
            source.close();
        } catch (IOException e) {
            problems.add(warning(Phase.CLOSE, "its jars could not be closed: " + e.getMessage()));
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
            error(Phase.CLOSE, trouble.getMessage());
        }
    }

    private void error(Phase phase, String message) {
        problems.add(new PluginProblem(Severity.ERROR, source.name(), phase, message));
    }

    private PluginProblem warning(Phase phase, String message) {
        return new PluginProblem(Severity.WARNING, source.name(), phase, message);
    }
}
