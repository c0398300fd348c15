package io.indago.plugins.geoip;

import io.indago.spi.Exposure;
import io.indago.spi.IndicatorType;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderFactory;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Reliability;
import io.indago.spi.Setting;
import io.indago.spi.Tlp;
import java.time.Duration;

/** Declares ip-api and creates it. The free API is not asked: it has no TLS, so that everybody on the way would know. */
final class IpApiFactory implements ProviderFactory {
    private static final String API_KEY = "api-key";

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("ip-api", "ip-api")
                .homepage("https://ip-api.com/")
                .types(IndicatorType.IPV4, IndicatorType.IPV6)
                .hosts(IpApiProvider.HOST)
                .config(Setting.secret(
                                API_KEY,
                                "Key of ip-api Pro, from https://members.ip-api.com/; the free API is not asked, for it"
                                        + " has no TLS")
                        .required())
                .freshFor(Duration.ofDays(7))
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .reliability(Reliability.C, "Compiles where addresses are from registries and its own guesses")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new IpApiProvider(config.secret(API_KEY));
    }
}
