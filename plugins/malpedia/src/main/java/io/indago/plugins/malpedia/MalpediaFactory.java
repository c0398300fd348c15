package io.indago.plugins.malpedia;

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

/** Declares Malpedia and creates it. */
final class MalpediaFactory implements ProviderFactory {
    private static final String API_KEY = "api-key";
    /** A file doesn't change its family. */
    private static final Duration FRESH = Duration.ofDays(7);

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("malpedia", "Malpedia")
                .homepage("https://malpedia.caad.fkie.fraunhofer.de/")
                .types(IndicatorType.MD5, IndicatorType.SHA256)
                .hosts(MalpediaProvider.HOST)
                .config(Setting.secret(
                                API_KEY,
                                "API token of an account, which somebody has to vouch for; some of what it shows is TLP:AMBER")
                        .required())
                .freshFor(FRESH)
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .reliability(Reliability.A, "A small collection that researchers sort by hand")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new MalpediaProvider(config.secret(API_KEY), context.clock());
    }
}
