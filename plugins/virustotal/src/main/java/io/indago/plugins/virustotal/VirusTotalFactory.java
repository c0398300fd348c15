package io.indago.plugins.virustotal;

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

/** Declares VirusTotal and creates it. */
final class VirusTotalFactory implements ProviderFactory {
    private static final String API_KEY = "api-key";

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("virustotal", "VirusTotal")
                .homepage("https://www.virustotal.com/")
                .types(
                        IndicatorType.IPV4,
                        IndicatorType.IPV6,
                        IndicatorType.DOMAIN,
                        IndicatorType.FQDN,
                        IndicatorType.URL,
                        IndicatorType.MD5,
                        IndicatorType.SHA1,
                        IndicatorType.SHA256)
                .hosts("www.virustotal.com")
                .config(Setting.secret(API_KEY, "API key, from https://www.virustotal.com/gui/my-apikey")
                        .required())
                .quotas(Quota.of(4, Duration.ofMinutes(1)), Quota.of(500, Duration.ofDays(1)))
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .reliability(
                        Reliability.B,
                        "Many engines weighed together, but single ones err and others copy their errors")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new VirusTotalProvider(config.secret(API_KEY));
    }
}
