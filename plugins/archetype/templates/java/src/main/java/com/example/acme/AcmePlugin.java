package com.example.acme;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderFactory;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Reliability;
import io.indago.spi.Setting;
import java.util.List;

/** Declares the provider and creates it. */
public final class AcmePlugin implements Plugin, ProviderFactory {
    private static final String API_KEY = "api-key";

    @Override
    public List<ProviderFactory> providers() {
        return List.of(this);
    }

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("acme", "Acme")
                .homepage("https://www.acme.example/")
                .types(IndicatorType.IPV4, IndicatorType.IPV6)
                .hosts("api.acme.example")
                .config(Setting.secret(API_KEY, "The key of your account, https://www.acme.example/account")
                        .required())
                .reliability(Reliability.F, "Nobody has judged it yet: A to E gives it weight in the verdict")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new AcmeProvider(config.secret(API_KEY));
    }
}
