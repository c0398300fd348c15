package io.indago.plugins.googlesafebrowsing;

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

/** Declares Google Safe Browsing and creates it. */
final class SafeBrowsingFactory implements ProviderFactory {
    private static final String API_KEY = "api-key";
    private static final String VERSION = "version";

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("google-safe-browsing", "Google Safe Browsing")
                .homepage("https://safebrowsing.google.com/")
                .types(
                        IndicatorType.URL,
                        IndicatorType.DOMAIN,
                        IndicatorType.FQDN,
                        IndicatorType.IPV4,
                        IndicatorType.IPV6)
                .hosts(SafeBrowsingProvider.HOST)
                .config(
                        Setting.secret(
                                        API_KEY,
                                        "API key of a Google Cloud project that has the Safe Browsing API enabled; for"
                                                + " non-commercial use")
                                .required(),
                        Setting.text(VERSION, "Which version of the API is asked; v4 ends in March 2027")
                                .oneOf(ApiVersion.V4.id(), ApiVersion.V5.id())
                                .defaultsTo(ApiVersion.V5.id()))
                .quotas(Quota.of(10_000, Duration.ofDays(1)))
                // What Google says an answer may be kept for, a miss too
                .freshFor(Duration.ofMinutes(5))
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .reliability(
                        Reliability.B,
                        "Browsers warn by these lists, so that they are seldom wrong, but one bad page may have a whole"
                                + " host listed")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new SafeBrowsingProvider(ApiVersion.ofId(config.text(VERSION)), config.secret(API_KEY));
    }
}
