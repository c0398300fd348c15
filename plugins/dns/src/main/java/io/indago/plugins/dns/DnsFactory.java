package io.indago.plugins.dns;

import io.indago.spi.Exposure;
import io.indago.spi.IndicatorType;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderFactory;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Reliability;
import io.indago.spi.Tlp;
import java.time.Duration;

/** Declares DNS and creates it. */
final class DnsFactory implements ProviderFactory {
    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("dns", "DNS")
                .homepage("https://developers.google.com/speed/public-dns/docs/doh/json")
                .types(
                        IndicatorType.IPV4,
                        IndicatorType.IPV6,
                        IndicatorType.DOMAIN,
                        IndicatorType.FQDN,
                        IndicatorType.URL,
                        IndicatorType.EMAIL)
                .hosts(Resolver.GOOGLE.host(), Resolver.CLOUDFLARE.host())
                .config(Resolver.setting())
                // Names move, and their owners mostly say so within minutes
                .freshFor(Duration.ofMinutes(10))
                // The resolver passes the question on to the name servers of whoever owns the name
                .exposure(Exposure.TARGET)
                .maxTlp(Tlp.AMBER)
                .reliability(Reliability.B, "Repeats faithfully what the name's owner publishes, and the owner may lie")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new DnsProvider(Resolver.ofHost(config.text(Resolver.SETTING)));
    }
}
