package io.indago.host;

import io.indago.host.HostedExtension.Frame;
import io.indago.host.HostedExtension.Running;
import io.indago.host.PluginScan.Offer;
import io.indago.spi.ConnectorSpec;
import io.indago.spi.ExtensionSpec;
import io.indago.spi.ProviderSpec;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Creates the providers and connectors of one plugin, on its threads.
 *
 * @param status tells how the plugin is
 */
record ExtensionStart(
        PluginManifest manifest,
        PluginThreads threads,
        HostLimits limits,
        HostServices services,
        Supplier<PluginStatus> status) {

    /**
     * What was offered, created if its settings allow that.
     *
     * @param faults told what went wrong
     */
    HostedExtension of(Offer offer, ExtensionSetup setup, Consumer<String> faults) {
        ExtensionSpec spec = offer.spec();
        if (setup.unavailable().isPresent()) {
            return hosted(spec, setup, setup.unavailable(), Optional.empty());
        }
        try {
            return hosted(spec, setup, Optional.empty(), Optional.of(create(offer, setup)));
        } catch (PluginTrouble trouble) {
            faults.accept(trouble.getMessage());
            return hosted(spec, setup, Optional.of("could not be started: " + trouble.getMessage()), Optional.empty());
        }
    }

    private HostedExtension hosted(
            ExtensionSpec spec, ExtensionSetup setup, Optional<String> unavailable, Optional<Running> running) {
        ApiVersion api = ApiVersion.parse(manifest.apiVersion()).orElseThrow();
        Frame frame = new Frame(spec, status, manifest.build(), api, setup, unavailable, running, services.current());
        return spec instanceof ProviderSpec provider
                ? new HostedProvider(provider, frame)
                : new HostedConnector((ConnectorSpec) spec, frame);
    }

    private Running create(Offer offer, ExtensionSetup setup) throws PluginTrouble {
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
}
