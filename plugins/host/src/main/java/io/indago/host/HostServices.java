package io.indago.host;

import io.indago.spi.ExtensionSpec;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the host has for every plugin.
 *
 * @param current the provider or connector that has an id now
 */
record HostServices(
        HostConfig config, HttpPort http, HostThreads threads, Function<String, Optional<HostedExtension>> current) {

    StepRunner runner(ExtensionSpec spec, PluginThreads plugin, ExtensionSetup setup) {
        Egress egress = new Egress(
                setup.hosts(spec),
                spec.isInternal(),
                setup.traffic() == Traffic.SANDBOX ? config.sandbox() : Optional.empty());
        return new StepRunner(spec, plugin, threads, ports(setup), egress, setup.redactor(), config.clock());
    }

    /** The port of each run. */
    private Supplier<HttpPort> ports(ExtensionSetup setup) {
        return switch (setup.traffic()) {
            case LIVE, SANDBOX -> () -> http;
            case RECORD -> () -> recordings().recording(http, setup.scrubber());
            case REPLAY -> () -> recordings().replaying(setup.scrubber());
        };
    }

    private Recordings recordings() {
        return config.recordings().orElseThrow();
    }

    ProviderContext context(ExtensionSpec spec, PluginThreads plugin, Failures failures) {
        return new ProviderContext(
                work -> plugin.execute(work, failures),
                config.clock(),
                config.dataDirectory().resolve(spec.id()));
    }
}
