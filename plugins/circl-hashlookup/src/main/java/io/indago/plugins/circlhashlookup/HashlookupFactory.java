package io.indago.plugins.circlhashlookup;

import io.indago.spi.Exposure;
import io.indago.spi.IndicatorType;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderFactory;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Reliability;
import io.indago.spi.Tlp;

/** Declares hashlookup and creates it. */
final class HashlookupFactory implements ProviderFactory {

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("circl-hashlookup", "CIRCL hashlookup")
                .homepage("https://www.circl.lu/services/hashlookup/")
                .types(IndicatorType.MD5, IndicatorType.SHA1, IndicatorType.SHA256)
                .hosts(HashlookupProvider.HOST)
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .reliability(
                        Reliability.B,
                        "Tells where a file is shipped, from NSRL and distributions, but what is shipped can be abused")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new HashlookupProvider();
    }
}
