package io.indago.plugins.threatminer;

import io.indago.spi.Exposure;
import io.indago.spi.IndicatorType;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderFactory;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Quota;
import io.indago.spi.Reliability;
import io.indago.spi.Tlp;
import java.time.Duration;

/** Declares ThreatMiner and creates it. */
final class ThreatMinerFactory implements ProviderFactory {
    /** What it knows changes slowly, and an answer takes several calls. */
    private static final Duration FRESH = Duration.ofDays(7);

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("threatminer", "ThreatMiner")
                .homepage("https://www.threatminer.org/")
                .types(
                        IndicatorType.IPV4,
                        IndicatorType.DOMAIN,
                        IndicatorType.FQDN,
                        IndicatorType.MD5,
                        IndicatorType.SHA1,
                        IndicatorType.SHA256)
                .hosts(ThreatMinerProvider.HOST)
                .offByDefault("the service is out of order for long spells")
                .quotas(Quota.of(10, Duration.ofMinutes(1)))
                .freshFor(FRESH)
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .reliability(
                        Reliability.D, "A mention in a report is no accusation, and little has been added for years")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new ThreatMinerProvider();
    }
}
