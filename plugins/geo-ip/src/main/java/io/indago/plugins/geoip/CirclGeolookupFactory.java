package io.indago.plugins.geoip;

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

/** Declares CIRCL geolookup and creates it. */
final class CirclGeolookupFactory implements ProviderFactory {

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("circl-geolookup", "CIRCL geolookup")
                .homepage("https://ip.circl.lu/")
                .types(IndicatorType.IPV4, IndicatorType.IPV6)
                .hosts(CirclGeolookupProvider.HOST)
                .freshFor(Duration.ofDays(7))
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .reliability(
                        Reliability.C, "Derives countries from routing and registries, and is rebuilt now and then")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new CirclGeolookupProvider();
    }
}
