package io.indago.host;

import static java.util.Objects.requireNonNull;

import io.indago.host.PluginProblem.Phase;
import io.indago.host.PluginProblem.Severity;
import io.indago.spi.ExtensionSpec;
import io.indago.spi.Plugin;
import io.indago.spi.ProviderSpec;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * The plugins of a folder, loaded, configured and ready to be asked. Whatever is wrong with one is a problem in its
 * {@link PluginStatus} and touches no other.
 */
public final class PluginHost implements AutoCloseable {
    private static final Logger LOG = System.getLogger(PluginHost.class.getName());

    private final HostThreads threads;
    private final List<HostedPlugin> plugins;
    private final List<PluginProblem> ownProblems = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private volatile Optional<Recordings> recordings = Optional.empty();
    private final Optional<Path> copies;
    private final AtomicBoolean closed = new AtomicBoolean();

    private PluginHost(HostThreads threads, List<HostedPlugin> plugins, Optional<Path> copies) {
        this.threads = threads;
        this.plugins = List.copyOf(plugins);
        this.copies = copies;
    }

    /** Loads what is in the folder. A plugin that blocks costs the time limit for its part, once for all of them. */
    public static PluginHost open(HostConfig config, HttpPort http) {
        return open(config, http, HostLimits.STANDARD);
    }

    static PluginHost open(HostConfig config, HttpPort http, HostLimits limits) {
        List<HostedPlugin> plugins = new ArrayList<>();
        Optional<Path> copies = Optional.empty();
        Optional<PluginProblem> problem = Optional.empty();
        try {
            Path directory = Files.createTempDirectory("indago-plugins-");
            copies = Optional.of(directory);
            AllowList allowed = new AllowList(config.allowList());
            for (PluginBundle bundle : FolderScan.scan(config.folder())) {
                plugins.add(
                        new HostedPlugin(PluginSource.Jars.of(bundle, directory, ApiVersion.ours(), allowed), limits));
            }
        } catch (IOException e) {
            problem = Optional.of(new PluginProblem(
                    Severity.ERROR, "", Phase.SCAN, "the plugins in " + config.folder() + " can't be read: " + e));
        }
        PluginHost host = new PluginHost(new HostThreads(), plugins, copies);
        problem.ifPresent(host.ownProblems::add);
        host.start(config, http);
        return host;
    }

    /** Only that plugin, from its own class loader: for tests of plugins. The configuration's folder is not read. */
    public static PluginHost of(Plugin plugin, HostConfig config, HttpPort http) {
        requireNonNull(plugin, "plugin");
        PluginManifest manifest = new PluginManifest("", ApiVersion.ours().toString(), List.of(), List.of());
        HostedPlugin only = new HostedPlugin(new PluginSource.Present(plugin, manifest), HostLimits.STANDARD);
        PluginHost host = new PluginHost(new HostThreads(), List.of(only), Optional.empty());
        host.start(config, http);
        return host;
    }

    private void start(HostConfig config, HttpPort http) {
        requireNonNull(http, "http");
        recordings = config.recordings();
        threads.forEach(plugins, plugin -> plugin.doing(Phase.LOAD, HostedPlugin::load));
        Map<String, String> taken = new TreeMap<>();
        plugins.forEach(plugin -> plugin.claim(taken));
        ConfigResolver ofProviders = resolver(SettingName.PROVIDERS, config, config.providers());
        ConfigResolver ofConnectors = resolver(SettingName.CONNECTORS, config, config.connectors());
        Stream.of(ofProviders, ofConnectors)
                .flatMap(resolver -> resolver.strangers().stream())
                .map(message -> new PluginProblem(Severity.ERROR, "", Phase.CONFIGURE, message))
                .forEach(ownProblems::add);
        HostServices services = new HostServices(config, http, threads);
        threads.forEach(
                plugins,
                plugin -> plugin.doing(
                        Phase.CONFIGURE,
                        each -> each.start(
                                spec -> (spec instanceof ProviderSpec ? ofProviders : ofConnectors).resolve(spec),
                                services)));
        Stream.of(ofProviders, ofConnectors)
                .flatMap(resolver -> resolver.required().stream())
                .forEach(name -> absence(name).ifPresent(missing::add));
    }

    private ConfigResolver resolver(String section, HostConfig config, Map<String, Map<String, String>> settings) {
        GivenSettings given = new GivenSettings(section, config.environment(), settings, config.origins());
        List<String> ids = plugins.stream()
                .flatMap(plugin -> plugin.specs().stream())
                .filter(spec -> SettingName.section(spec).equals(section))
                .map(ExtensionSpec::id)
                .toList();
        return new ConfigResolver(given, config.sandbox(), config.recordings(), ids);
    }

    private Optional<String> absence(SettingName required) {
        Optional<HostedExtension> extension = extensions()
                .filter(each -> SettingName.normalised(each.spec().id()).equals(SettingName.normalised(required.id())))
                .findFirst();
        if (extension.isEmpty()) {
            return Optional.of(
                    required.property() + " is true, but no plugin that could be loaded offers " + required.id());
        }
        return extension
                .get()
                .unavailable()
                .map(reason -> required.property() + " is true, but " + required.id() + " can't be asked: " + reason);
    }

    /** What is required and can't be used, in sentences with the reason; without them the hub must not start. */
    public List<String> missing() {
        return List.copyOf(missing);
    }

    /** Every provider of every plugin that was not rejected, whether it can be asked or not, sorted by id. */
    public List<HostedProvider> providers() {
        return sorted(HostedProvider.class);
    }

    /** Every connector of every plugin that was not rejected, whether it can be told or not, sorted by id. */
    public List<HostedConnector> connectors() {
        return sorted(HostedConnector.class);
    }

    private <E extends HostedExtension> List<E> sorted(Class<E> kind) {
        return extensions()
                .filter(kind::isInstance)
                .map(kind::cast)
                .sorted(Comparator.comparing(extension -> extension.spec().id()))
                .toList();
    }

    private Stream<HostedExtension> extensions() {
        return plugins.stream().flatMap(plugin -> plugin.extensions().stream());
    }

    /** Every plugin found, and what became of it, as of now; sorted by name. */
    public List<PluginStatus> plugins() {
        return plugins.stream().map(HostedPlugin::status).toList();
    }

    /** Everything that is wrong, as of now: with plugins, and with settings that belong to none. */
    public List<PluginProblem> problems() {
        return Stream.of(
                        ownProblems.stream(),
                        recordings.stream()
                                .flatMap(all -> all.problems().stream())
                                .map(PluginHost::ofRecordings),
                        plugins().stream().flatMap(plugin -> plugin.problems().stream()))
                .flatMap(each -> each)
                .toList();
    }

    private static PluginProblem ofRecordings(String sentence) {
        return new PluginProblem(Severity.WARNING, "", Phase.RUN, sentence);
    }

    /** Ends lookups as {@code killed}, closes providers on their own threads within seconds, and drops their classes. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        threads.forEach(plugins, plugin -> plugin.doing(Phase.CLOSE, HostedPlugin::close));
        threads.close();
        copies.ifPresent(PluginHost::delete);
        problems().stream()
                .filter(problem -> problem.phase() == Phase.CLOSE)
                .forEach(problem -> LOG.log(Level.WARNING, "{0}: {1}", problem.plugin(), problem.message()));
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Copies of plugins stay in {0}", directory);
        }
    }
}
