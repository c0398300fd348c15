package io.indago.plugins.robtex;

import io.indago.spi.Exposure;
import io.indago.spi.IndicatorType;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderFactory;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Quota;
import io.indago.spi.Reliability;
import io.indago.spi.Setting;
import io.indago.spi.Tlp;
import java.time.Duration;

/** Declares Robtex and creates it. */
final class RobtexFactory implements ProviderFactory {
    private static final String API_KEY = "api-key";

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("robtex", "Robtex")
                .homepage("https://www.robtex.com/")
                .types(
                        IndicatorType.IPV4,
                        IndicatorType.IPV6,
                        IndicatorType.DOMAIN,
                        IndicatorType.FQDN,
                        IndicatorType.ASN)
                .hosts("freeapi.robtex.com", "proapi.robtex.com")
                .config(Setting.secret(
                        API_KEY, "Key of the paid API; without one the free one is asked, which allows few lookups"))
                // It publishes none, and refuses soon
                .quotas(Quota.of(1, Duration.ofSeconds(7)))
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .reliability(Reliability.C, "Repeats what it resolved some day, often years ago")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new RobtexProvider(config.optionalSecret(API_KEY));
    }
}
