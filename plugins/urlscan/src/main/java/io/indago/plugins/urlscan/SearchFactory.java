package io.indago.plugins.urlscan;

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

/** Declares the search in urlscan.io's archive and creates it. */
final class SearchFactory implements ProviderFactory {
    private static final String API_KEY = "api-key";

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("urlscan", "urlscan.io")
                .homepage("https://urlscan.io/")
                .types(
                        IndicatorType.URL,
                        IndicatorType.DOMAIN,
                        IndicatorType.FQDN,
                        IndicatorType.IPV4,
                        IndicatorType.IPV6,
                        IndicatorType.SHA256,
                        IndicatorType.ASN)
                .hosts(UrlscanApi.HOST)
                .config(Setting.secret(
                        API_KEY,
                        "API key, from https://urlscan.io/user/profile/; without one fewer searches are allowed"))
                .quotas(Quota.of(30, Duration.ofMinutes(1)), Quota.of(1_000, Duration.ofDays(1)))
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .reliability(
                        Reliability.B,
                        "Recognises phishing by sight, but says nothing of most pages, and a page changes")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new SearchProvider(new UrlscanApi(config.optionalSecret(API_KEY)));
    }
}
