package io.indago.plugins.greynoise;

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

/** Declares GreyNoise and creates it. */
final class GreyNoiseFactory implements ProviderFactory {
    private static final String API_KEY = "api-key";
    private static final String TIER = "tier";

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("greynoise", "GreyNoise")
                .homepage("https://viz.greynoise.io/")
                .types(IndicatorType.IPV4, IndicatorType.CVE)
                .hosts(GreyNoiseProvider.HOST)
                .config(
                        Setting.secret(
                                API_KEY,
                                "API key, from https://viz.greynoise.io/account/api-key; community works without one,"
                                        + " with fewer lookups"),
                        Setting.text(
                                        TIER,
                                        "Which API the key is good for: community is free, enterprise says more, and takes CVEs")
                                .oneOf(Tier.COMMUNITY.id(), Tier.ENTERPRISE.id())
                                .defaultsTo(Tier.COMMUNITY.id()))
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .reliability(
                        Reliability.B,
                        "Sees scans with sensors of its own, but sources can be spoofed and change hands")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        Tier tier = Tier.ofId(config.text(TIER));
        if (tier == Tier.ENTERPRISE && config.optionalSecret(API_KEY).isEmpty()) {
            throw new IllegalArgumentException("tier enterprise needs an api-key: set it, or tier to community");
        }
        return new GreyNoiseProvider(tier, config.optionalSecret(API_KEY));
    }
}
