package io.indago.plugins.misp;

import io.indago.spi.Exposure;
import io.indago.spi.IndicatorType;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderFactory;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Reliability;
import io.indago.spi.Tlp;
import java.time.Duration;

/** Declares the operator's own MISP as a provider and creates it. */
final class MispFactory implements ProviderFactory {

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("misp", "MISP")
                .homepage("https://www.misp-project.org/")
                .types(IndicatorType.values())
                .config(MispServer.URL, MispServer.API_KEY, MispServer.TAG_PREFIX)
                .internal()
                .exposure(Exposure.LOCAL)
                .maxTlp(Tlp.RED)
                // Analysts work on it all day
                .freshFor(Duration.ofMinutes(10))
                .reliability(
                        Reliability.B,
                        "What your analysts and sharing communities recorded, from sources of differing care")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new MispProvider(MispServer.of(config), MispServer.tagPrefix(config));
    }
}
