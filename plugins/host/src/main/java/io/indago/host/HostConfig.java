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
 * @param folder the plugins folder: {@code name.jar}, {@code name.yaml} and {@code name/*.jar}
 * @param allowList the SHA-256 of the files that may be loaded, in hexadecimal; empty allows all
 * @param providers provider id → setting → value; names are compared without regard to case and hyphens
 * @param connectors the same of connectors
 * @param origins where settings are written down: whole name, {@code indago.providers.virustotal.mode} → file and line
 * @param environment comes before the settings: {@code INDAGO_PROVIDERS_VIRUSTOTAL_API_KEY}
 * @param sandbox where providers without credentials send their calls; empty when there is no sandbox
 * @param descriptors reads {@code name.yaml}, and {@code META-INF/indago/*.yaml} of a jar
 * @param recordings where replies are recorded and replayed from; empty when they can't be
 * @param secrets where secrets are that settings only name
 * @param dataDirectory holds one directory per provider, made when the provider asks for it
 */
public record HostConfig(
        Path folder,
        List<String> allowList,
        Map<String, Map<String, String>> providers,
        Map<String, Map<String, String>> connectors,
        Map<String, String> origins,
        Map<String, String> environment,
        Optional<URI> sandbox,
        DescriptorFormat descriptors,
        Optional<Recordings> recordings,
        List<SecretSource> secrets,
        Path dataDirectory,
        Clock clock) {

    public HostConfig {
        requireNonNull(folder, "folder");
        allowList = List.copyOf(allowList);
        providers = Map.copyOf(providers);
        connectors = Map.copyOf(connectors);
        origins = Map.copyOf(origins);
        environment = Map.copyOf(environment);
        requireNonNull(sandbox, "sandbox");
        requireNonNull(descriptors, "descriptors");
        requireNonNull(recordings, "recordings");
        secrets = List.copyOf(secrets);
        requireNonNull(dataDirectory, "dataDirectory");
        requireNonNull(clock, "clock");
    }

    /** One whose settings are all there is to know. */
    public HostConfig(
            Path folder,
            List<String> allowList,
            Map<String, Map<String, String>> providers,
            Map<String, Map<String, String>> connectors,
            Map<String, String> origins,
            Map<String, String> environment,
            Optional<URI> sandbox,
            DescriptorFormat descriptors,
            Optional<Recordings> recordings,
            Path dataDirectory,
            Clock clock) {
        this(
                folder,
                allowList,
                providers,
                connectors,
                origins,
                environment,
                sandbox,
                descriptors,
                recordings,
                List.of(),
                dataDirectory,
                clock);
    }

    /** Without settings and environment: some are secret. */
    @Override
    public String toString() {
        return "HostConfig[" + folder + "]";
    }
}
