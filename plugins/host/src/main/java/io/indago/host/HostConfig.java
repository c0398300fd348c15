package io.indago.host;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a host needs to know.
 *
 * @param folder the plugins folder: {@code name.jar} and {@code name/*.jar}
 * @param allowList the SHA-256 of the jars that may be loaded, in hexadecimal; empty allows all
 * @param settings provider id → setting → value; names are compared without regard to case and hyphens
 * @param environment comes before the settings: {@code INDAGO_PROVIDERS_VIRUSTOTAL_API_KEY}
 * @param sandbox where providers without credentials send their calls; empty when there is no sandbox
 * @param dataDirectory holds one directory per provider, made when the provider asks for it
 */
public record HostConfig(
        Path folder,
        List<String> allowList,
        Map<String, Map<String, String>> settings,
        Map<String, String> environment,
        Optional<URI> sandbox,
        Path dataDirectory,
        Clock clock) {

    public HostConfig {
        requireNonNull(folder, "folder");
        allowList = List.copyOf(allowList);
        settings = Map.copyOf(settings);
        environment = Map.copyOf(environment);
        requireNonNull(sandbox, "sandbox");
        requireNonNull(dataDirectory, "dataDirectory");
        requireNonNull(clock, "clock");
    }

    /** Without settings and environment: some are secret. */
    @Override
    public String toString() {
        return "HostConfig[" + folder + "]";
    }
}
