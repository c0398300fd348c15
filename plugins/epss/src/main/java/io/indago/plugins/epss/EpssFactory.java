package io.indago.plugins.epss;

import io.indago.spi.Exposure;
import io.indago.spi.IndicatorType;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderFactory;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Reliability;
import io.indago.spi.Tlp;

/** Declares EPSS and creates it. */
final class EpssFactory implements ProviderFactory {

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("epss", "EPSS")
                .homepage("https://www.first.org/epss/")
                .types(IndicatorType.CVE)
                .hosts(EpssProvider.HOST)
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .reliability(Reliability.B, "A public model's estimate of the near future, made anew every day")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new EpssProvider();
    }
}
