package io.indago.plugins.nvd;

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

/** Declares the National Vulnerability Database and creates it. */
final class NvdFactory implements ProviderFactory {
    private static final String API_KEY = "api-key";

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("nvd", "NVD")
                .homepage("https://nvd.nist.gov/")
                .types(IndicatorType.CVE)
                .hosts(NvdProvider.HOST)
                .config(Setting.secret(
                        API_KEY,
                        "API key, free from https://nvd.nist.gov/developers/request-an-api-key; with one, set the"
                                + " quota to 50/30s"))
                .quotas(Quota.of(5, Duration.ofSeconds(30)))
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .reliability(Reliability.A, "The public record of vulnerabilities, kept by NIST")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new NvdProvider(config.optionalSecret(API_KEY));
    }
}
