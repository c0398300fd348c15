package io.indago.testkit;

import io.indago.host.HostConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Configurations of hosts under test: nothing from the environment, no sandbox. */
final class TestConfig {
    private TestConfig() {}

    static HostConfig of(Path folder, Map<String, Map<String, String>> settings) {
        Path data = Path.of(System.getProperty("java.io.tmpdir"), "indago-testkit-" + UUID.randomUUID());
        return new HostConfig(
                folder, List.of(), settings, Map.of(), Map.of(), Map.of(), Optional.empty(), data, Clock.systemUTC());
    }
}
