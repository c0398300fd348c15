package io.indago.bench.provider;

import io.indago.spi.IndicatorType;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderFactory;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Reliability;

/** Declares a provider at {@code https://api.<id>.example}; without a credential it lives in the sandbox. */
record BenchFactory(String id) implements ProviderFactory {

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder(id, id)
                .types(IndicatorType.IPV4)
                .hosts(host())
                .reliability(Reliability.B, "made up for the bench")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new BenchProvider("https://" + host() + "/v1");
    }

    private String host() {
        return "api." + id + ".example";
    }
}
