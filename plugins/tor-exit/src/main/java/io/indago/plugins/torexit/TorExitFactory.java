package io.indago.plugins.torexit;

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

/** Declares the list of Tor exits and what matches it. */
final class TorExitFactory implements ProviderFactory {
    private static final String SUSPICIOUS = "suspicious";

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("tor-exit", "Tor exits")
                .homepage("https://metrics.torproject.org/collector.html#type-tordnsel")
                .types(IndicatorType.IPV4, IndicatorType.IPV6)
                .hosts(TorExitProvider.HOST)
                .config(Setting.flag(
                                SUSPICIOUS,
                                "Whether an exit is suspicious (40) by our policy; else that it is one is a fact without"
                                        + " an opinion")
                        .defaultsTo("false"))
                .freshFor(Download.FRESH)
                .exposure(Exposure.LOCAL)
                .maxTlp(Tlp.RED)
                .reliability(Reliability.A, "The Tor Project tests its own exits")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new TorExitProvider(config.flag(SUSPICIOUS), context.clock());
    }
}
