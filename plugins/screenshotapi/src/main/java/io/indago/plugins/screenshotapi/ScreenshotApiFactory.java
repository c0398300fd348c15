package io.indago.plugins.screenshotapi;

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

/** Declares ScreenshotAPI and creates it. */
final class ScreenshotApiFactory implements ProviderFactory {
    private static final String TOKEN = "token";
    private static final String ENDPOINT = "endpoint";
    private static final String NEWEST = "v3";
    private static final String FIRST = "v1";

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("screenshotapi", "ScreenshotAPI")
                .homepage("https://screenshotapi.net/")
                .types(IndicatorType.URL)
                .hosts(ScreenshotApiProvider.HOST)
                .config(
                        Setting.secret(TOKEN, "Token, from https://screenshotapi.net/dashboard")
                                .required(),
                        Setting.text(ENDPOINT, "Where the account is served: v3, or v1 for old accounts")
                                .oneOf(NEWEST, FIRST)
                                .defaultsTo(NEWEST))
                .offByDefault(
                        "each lookup has the page visited, which its owner can notice, and whoever has the picture's"
                                + " link can see it")
                .quotas(Quota.of(100, Duration.ofDays(30)))
                .exposure(Exposure.TARGET)
                .maxTlp(Tlp.GREEN)
                .reliability(Reliability.B, "Shows what a page shows to a stranger, and judges nothing")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        String path = config.text(ENDPOINT).equals(FIRST) ? "/screenshot" : "/v3/screenshot";
        return new ScreenshotApiProvider(path, config.secret(TOKEN));
    }
}
