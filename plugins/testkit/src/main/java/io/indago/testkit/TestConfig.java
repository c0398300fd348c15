package io.indago.testkit;

import io.indago.host.HostConfig;
import io.indago.spi.ConnectorSpec;
import io.indago.spi.ExtensionSpec;
import io.indago.toolkit.DescriptorPlugin;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Configurations of hosts under test: nothing from the environment, no sandbox. */
final class TestConfig {
    private TestConfig() {}

    /** Of one provider or connector. */
    static HostConfig of(Path folder, ExtensionSpec spec, Map<String, String> settings) {
        Map<String, Map<String, String>> all = Map.of(spec.id(), on(spec, settings));
        return spec instanceof ConnectorSpec ? of(folder, Map.of(), all) : of(folder, all, Map.of());
    }

    /** These settings, which turn on what is off by default. */
    static Map<String, String> on(ExtensionSpec spec, Map<String, String> settings) {
        Map<String, String> on = new HashMap<>(settings);
        spec.offByDefault().ifPresent(reason -> on.putIfAbsent("mode", "auto"));
        return on;
    }

    /** Of providers and connectors. */
    static HostConfig of(
            Path folder, Map<String, Map<String, String>> providers, Map<String, Map<String, String>> connectors) {
        Path data = Path.of(System.getProperty("java.io.tmpdir"), "indago-testkit-" + UUID.randomUUID());
        return new HostConfig(
                folder,
                List.of(),
                providers,
                connectors,
                Map.of(),
                Map.of(),
                Optional.empty(),
                DescriptorPlugin::read,
                Optional.empty(),
                data,
                Clock.systemUTC());
    }
}
