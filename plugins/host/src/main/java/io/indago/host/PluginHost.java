package io.indago.host;

import static java.util.Objects.requireNonNull;

import io.indago.host.PluginProblem.Phase;
import io.indago.host.PluginProblem.Severity;
import io.indago.host.Roster.Member;
import io.indago.spi.Plugin;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The plugins of a folder, loaded, configured and ready to be asked. Whatever is wrong with one is a problem in its
 * {@link PluginStatus} and touches no other. What changes in the folder takes effect by {@link #rescan}, while lookups
 * go on.
 */
public final class PluginHost implements AutoCloseable {
    private static final Logger LOG = System.getLogger(PluginHost.class.getName());

    private final HostServices services;
    private final HostLimits limits;
    private final Optional<Copies> copies;
    private final Retirement retirement;
    private final List<RosterListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Roster roster = Roster.empty();
    private volatile Optional<PluginProblem> unreadable = Optional.empty();

    private PluginHost(HostConfig config, HttpPort http, HostLimits limits, Optional<Copies> copies) {
        services = new HostServices(config, requireNonNull(http, "http"), new HostThreads(), id -> roster.find(id));
        this.limits = limits;
        this.copies = copies;
        retirement = new Retirement(services.threads(), limits);
    }

    /** Loads what is in the folder. A plugin that blocks costs the time limit for its part, once for all of them. */
    public static PluginHost open(HostConfig config, HttpPort http) {
        return open(config, http, Map.of());
    }

    /**
     * The same beside plugins of the hub's own.
     *
     * @param own by their names; they come first and never go
     */
    public static PluginHost open(HostConfig config, HttpPort http, Map<String, Plugin> own) {
        return open(config, http, own, HostLimits.STANDARD);
    }

    static PluginHost open(HostConfig config, HttpPort http, Map<String, Plugin> own, HostLimits limits) {
        try {
            PluginHost host = new PluginHost(config, http, limits, Optional.of(Copies.create()));
            host.roster = host.own(own);
            host.rescan();
            return host;
        } catch (IOException e) {
            PluginHost host = new PluginHost(config, http, limits, Optional.empty());
            host.unreadable = Optional.of(scanProblem("its plugins can't be copied: " + e));
            return host;
        }
    }

    /** Only that plugin, from its own class loader: for tests of plugins. The configuration's folder is not read. */
    public static PluginHost of(Plugin plugin, HostConfig config, HttpPort http) {
        requireNonNull(plugin, "plugin");
        PluginHost host = new PluginHost(config, http, HostLimits.STANDARD, Optional.empty());
        host.roster = host.own(Map.of(plugin.getClass().getSimpleName(), plugin));
        return host;
    }

    private Roster own(Map<String, Plugin> plugins) {
        List<HostedPlugin> own = plugins.entrySet().stream()
                .map(named -> new HostedPlugin(PluginSource.Present.of(named.getKey(), named.getValue()), limits))
                .toList();
        return own.isEmpty() ? roster : new Rescan(services, limits, roster).own(own);
    }

    /** Is told from now on what comes and goes, and first what is there. */
    public void listen(RosterListener listener) {
        roster.extensions().forEach(listener::coming);
        listeners.add(listener);
    }

    /**
     * Looks into the folder and takes over what is new there, at once. Returns when all of it can be used; what was
     * replaced or removed finishes its work by itself.
     */
    public RosterChange rescan() {
        return rescan(true);
    }

    /** Looks into the folder every so often, and takes over what has changed and changes no more. */
    public void watch(Duration interval) {
        new FolderWatch(services.config().folder(), interval, services.threads(), () -> rescan(false)).begin();
    }

    private synchronized RosterChange rescan(boolean again) {
        Roster before = roster;
        if (closed.get() || copies.isEmpty()) {
            return RosterChange.between(before, before);
        }
        List<PluginBundle> bundles;
        try {
            bundles = bundles(before);
            unreadable = Optional.empty();
        } catch (IOException e) {
            unreadable = Optional.of(scanProblem(e.getMessage()));
            return RosterChange.between(before, before);
        }
        Roster after = next(before, bundles, again);
        List<Member> former = new ArrayList<>(before.members());
        if (!before.members().isEmpty()
                && after.isContested()
                && !RosterChange.between(before, after).isNothing()) {
            // Whoever had the contested id may have given it up
            former.addAll(after.members());
            after = next(after, bundles, false);
        }
        RosterChange change = RosterChange.between(before, after);
        publish(before, after, change);
        Roster now = after;
        former.stream()
                .map(Member::plugin)
                .distinct()
                .filter(plugin -> !now.has(plugin))
                .forEach(plugin -> retirement.retire(plugin, () -> tellGone(plugin)));
        return change;
    }

    /** A folder that is gone altogether was more likely unmounted than emptied. */
    private List<PluginBundle> bundles(Roster before) throws IOException {
        if (before.isFromFolder() && !Files.isDirectory(services.config().folder())) {
            throw new IOException("it is gone, and what was loaded from it goes on");
        }
        return FolderScan.scan(services.config().folder());
    }

    private Roster next(Roster before, List<PluginBundle> bundles, boolean again) {
        return new Rescan(services, limits, before).of(bundles, copies.orElseThrow(), again);
    }

    private void publish(Roster before, Roster after, RosterChange change) {
        after.extensions()
                .filter(extension -> before.find(extension.spec().id()).orElse(null) != extension)
                .forEach(extension -> tell(listener -> listener.coming(extension)));
        roster = after;
        if (!change.isNothing()) {
            tell(listener -> listener.changed(change));
        }
    }

    private void tellGone(HostedPlugin plugin) {
        plugin.specs().stream()
                .map(spec -> spec.id())
                .filter(id -> roster.find(id).isEmpty())
                .forEach(id -> tell(listener -> listener.gone(id)));
    }

    /** One that fails keeps nobody from what is new. */
    private void tell(Consumer<RosterListener> news) {
        for (RosterListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException failure) {
                LOG.log(Level.ERROR, "What came or went could not be taken in everywhere", failure);
            }
        }
    }

    private static PluginProblem scanProblem(String message) {
        return new PluginProblem(Severity.ERROR, "", Phase.SCAN, message);
    }

    /** What is required and can't be used, in sentences with the reason; without them the hub must not start. */
    public List<String> missing() {
        return roster.missing();
    }

    /** Every provider of every plugin that was not rejected, whether it can be asked or not, sorted by id. */
    public List<HostedProvider> providers() {
        return roster.providers();
    }

    /** Every connector of every plugin that was not rejected, whether it can be told or not, sorted by id. */
    public List<HostedConnector> connectors() {
        return roster.connectors();
    }

    /** The provider or connector that has that id now. */
    public Optional<HostedExtension> find(String id) {
        return roster.find(id);
    }

    /** Every plugin found, and what became of it, as of now; sorted by name. */
    public List<PluginStatus> plugins() {
        return roster.members().stream().map(Member::status).toList();
    }

    /** Everything that is wrong, as of now: with plugins, the folder, what is required, and settings that belong to none. */
    public List<PluginProblem> problems() {
        return Stream.of(
                        unreadable.stream(),
                        roster.problems().stream(),
                        services.config().recordings().stream()
                                .flatMap(all -> all.problems().stream())
                                .map(PluginHost::ofRecordings),
                        missing().stream()
                                .map(absence -> new PluginProblem(Severity.ERROR, "", Phase.CONFIGURE, absence)),
                        plugins().stream().flatMap(plugin -> plugin.problems().stream()))
                .flatMap(problems -> problems)
                .toList();
    }

    private static PluginProblem ofRecordings(String sentence) {
        return new PluginProblem(Severity.WARNING, "", Phase.RUN, sentence);
    }

    /** Ends lookups as {@code killed}, closes providers on their own threads within seconds, and drops their classes. */
    @Override
    public synchronized void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        retirement.close();
        services.threads().forEach(roster.members(), member -> member.plugin().doing(Phase.CLOSE, HostedPlugin::close));
        services.threads().close();
        copies.ifPresent(Copies::close);
        problems().stream()
                .filter(problem -> problem.phase() == Phase.CLOSE)
                .forEach(problem -> LOG.log(Level.WARNING, "{0}: {1}", problem.plugin(), problem.message()));
    }
}
