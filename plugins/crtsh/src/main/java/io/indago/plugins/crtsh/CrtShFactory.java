package io.indago.plugins.crtsh;

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

/** Declares crt.sh and creates it. */
final class CrtShFactory implements ProviderFactory {
    private static final String SUBDOMAINS = "subdomains";
    private static final String EXPIRED = "expired";

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("crtsh", "crt.sh")
                .homepage("https://crt.sh/")
                .types(IndicatorType.DOMAIN, IndicatorType.FQDN, IndicatorType.SHA1, IndicatorType.SHA256)
                .hosts(CrtShProvider.HOST)
                .config(
                        Setting.flag(
                                        SUBDOMAINS,
                                        "Whether certificates of a name's subdomains are searched instead of its own: more"
                                                + " names, slower, and too much for big domains")
                                .defaultsTo("false"),
                        Setting.flag(EXPIRED, "Whether certificates that have expired count; without them it is faster")
                                .defaultsTo("true"))
                // It says nothing of limits, and is overloaded as it is
                .quotas(Quota.of(1, Duration.ofSeconds(5)))
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .reliability(Reliability.B, "Repeats what is in the logs, which anybody may get a certificate into")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new CrtShProvider(config.flag(SUBDOMAINS), config.flag(EXPIRED), context.clock());
    }
}
