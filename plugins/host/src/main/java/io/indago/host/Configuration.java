package io.indago.host;

import io.indago.spi.ExtensionSpec;
import io.indago.spi.ProviderSpec;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the operator's settings say to the providers and connectors there are. */
final class Configuration {
    private final ConfigResolver providers;
    private final ConfigResolver connectors;

    /**
     * @param specs of all there are
     */
    Configuration(HostConfig config, Collection<ExtensionSpec> specs) {
        SecretReferences secrets = new SecretReferences(config.secrets());
        providers = resolver(SettingName.PROVIDERS, config, config.providers(), specs, secrets);
        connectors = resolver(SettingName.CONNECTORS, config, config.connectors(), specs, secrets);
    }

    private static ConfigResolver resolver(
            String section,
            HostConfig config,
            Map<String, Map<String, String>> settings,
            Collection<ExtensionSpec> specs,
            SecretReferences secrets) {
        GivenSettings given = new GivenSettings(section, config.environment(), settings, config.origins());
        List<String> ids = specs.stream()
                .filter(spec -> SettingName.section(spec).equals(section))
                .map(ExtensionSpec::id)
                .toList();
        return new ConfigResolver(given, secrets, config.sandbox(), config.recordings(), ids);
    }

    ExtensionSetup resolve(ExtensionSpec spec) {
        return (spec instanceof ProviderSpec ? providers : connectors).resolve(spec);
    }

    /** Settings of what nobody offers, in sentences. */
    List<String> strangers() {
        return Stream.of(providers, connectors)
                .flatMap(resolver -> resolver.strangers().stream())
                .toList();
    }

    /** What is required and none of these, or can't be used, in sentences. */
    List<String> missing(Collection<HostedExtension> extensions) {
        return Stream.of(providers, connectors)
                .flatMap(resolver -> resolver.required().stream())
                .flatMap(required -> absence(required, extensions).stream())
                .toList();
    }

    private static Optional<String> absence(SettingName required, Collection<HostedExtension> extensions) {
        Optional<HostedExtension> extension = extensions.stream()
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
}
