package io.indago.plugins.otx;

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

/** Declares AlienVault OTX and creates it. */
final class OtxFactory implements ProviderFactory {
    private static final String API_KEY = "api-key";

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("alienvault-otx", "AlienVault OTX")
                .homepage("https://otx.alienvault.com/")
                .types(
                        IndicatorType.IPV4,
                        IndicatorType.IPV6,
                        IndicatorType.DOMAIN,
                        IndicatorType.FQDN,
                        IndicatorType.URL,
                        IndicatorType.MD5,
                        IndicatorType.SHA1,
                        IndicatorType.SHA256,
                        IndicatorType.CVE)
                .hosts(OtxProvider.HOST)
                .config(Setting.secret(
                        API_KEY,
                        "API key, free from https://otx.alienvault.com/settings; without one there are fewer lookups"))
                .quotas(Quota.of(1_000, Duration.ofHours(1)))
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .reliability(Reliability.C, "Anybody may publish a pulse, and many list harmless hosts by mistake")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new OtxProvider(config.optionalSecret(API_KEY));
    }
}
