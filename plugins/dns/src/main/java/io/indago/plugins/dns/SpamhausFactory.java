package io.indago.plugins.dns;

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

/** Declares Spamhaus' block lists and creates what asks them. */
final class SpamhausFactory implements ProviderFactory {
    private static final String API_KEY = "api-key";

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("spamhaus-dnsbl", "Spamhaus")
                .homepage("https://www.spamhaus.org/blocklists/")
                .types(
                        IndicatorType.IPV4,
                        IndicatorType.IPV6,
                        IndicatorType.DOMAIN,
                        IndicatorType.FQDN,
                        IndicatorType.URL)
                .hosts(Resolver.GOOGLE.host(), Resolver.CLOUDFLARE.host())
                .config(
                        Setting.secret(
                                        API_KEY,
                                        "Key of the Data Query Service, from https://portal.spamhaus.com/; the resolver sees"
                                                + " it. The free mirrors refuse public resolvers, so that they are not asked")
                                .required(),
                        Resolver.setting())
                .freshFor(Duration.ofHours(1))
                // The question ends at Spamhaus' own name servers: the indicator's owner is not asked
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .reliability(Reliability.B, "Lists what its researchers and traps saw, and delists what stopped")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new SpamhausProvider(config.secret(API_KEY), Resolver.ofHost(config.text(Resolver.SETTING)));
    }
}
