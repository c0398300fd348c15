package io.indago.plugins.abusech;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Exposure;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderFactory;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Setting;
import io.indago.spi.Tlp;

/** Declares a service and creates it. */
final class AbuseChFactory implements ProviderFactory {
    private static final String API_KEY = "api-key";

    private final Service service;

    AbuseChFactory(Service service) {
        this.service = requireNonNull(service, "service");
    }

    @Override
    public ProviderSpec spec() {
        return service.declaration()
                .config(Setting.secret(API_KEY, "Auth-Key, free from https://auth.abuse.ch/, good for all of abuse.ch")
                        .required())
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new AbuseChProvider(service, spec().title(), config.secret(API_KEY));
    }
}
