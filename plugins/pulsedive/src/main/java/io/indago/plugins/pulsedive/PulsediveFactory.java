package io.indago.plugins.pulsedive;

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

/** Declares Pulsedive and creates it. */
final class PulsediveFactory implements ProviderFactory {
    private static final String API_KEY = "api-key";
    /** As often as the smallest plan allows to ask. */
    private static final Duration BETWEEN_POLLS = Duration.ofSeconds(1);

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("pulsedive", "Pulsedive")
                .homepage("https://pulsedive.com/")
                .types(
                        IndicatorType.IPV4,
                        IndicatorType.IPV6,
                        IndicatorType.DOMAIN,
                        IndicatorType.FQDN,
                        IndicatorType.URL)
                .hosts(PulsediveProvider.HOST)
                .config(Setting.secret(
                        API_KEY,
                        "API key, free from https://pulsedive.com/account/; without one there are fewer lookups"))
                .quotas(Quota.of(1, Duration.ofSeconds(1)), Quota.of(1_000, Duration.ofDays(30)))
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .reliability(Reliability.C, "Rates by a formula from public feeds and what anybody submits")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new PulsediveProvider(config.optionalSecret(API_KEY), BETWEEN_POLLS);
    }
}
