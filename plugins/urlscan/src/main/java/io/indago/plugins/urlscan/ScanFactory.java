package io.indago.plugins.urlscan;

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
import java.util.Optional;

/** Declares scans by urlscan.io and creates them. */
final class ScanFactory implements ProviderFactory {
    private static final String API_KEY = "api-key";
    private static final String VISIBILITY = "visibility";
    private static final String FIRST_POLL = "first-poll";
    private static final String POLL = "poll";

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("urlscan-scan", "urlscan.io scan")
                .homepage("https://urlscan.io/")
                .types(IndicatorType.URL)
                .hosts(UrlscanApi.HOST)
                .config(
                        Setting.secret(API_KEY, "API key, from https://urlscan.io/user/profile/")
                                .required(),
                        Setting.text(
                                        VISIBILITY,
                                        "Who sees the scan: private only you, unlisted also urlscan.io's vetted customers,"
                                                + " public everybody")
                                .oneOf("private", "unlisted", "public")
                                .defaultsTo("private"),
                        Setting.duration(
                                        FIRST_POLL,
                                        "When to look for the result first; a lookup needs more time than this")
                                .defaultsTo("10s"),
                        Setting.duration(POLL, "How often to look again").defaultsTo("5s"))
                .offByDefault(
                        "each lookup has the page visited, which its owner can notice, and a scan whose visibility is"
                                + " public is seen by everybody")
                .exposure(Exposure.PUBLIC)
                .maxTlp(Tlp.CLEAR)
                .reliability(Reliability.B, "Sees the page as it is now, but recognises little more than phishing")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new ScanProvider(
                new UrlscanApi(Optional.of(config.secret(API_KEY))),
                config.text(VISIBILITY),
                config.duration(FIRST_POLL),
                config.duration(POLL));
    }
}
