package io.indago.plugins.rdap;

import io.indago.spi.Exposure;
import io.indago.spi.IndicatorType;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderFactory;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Reliability;
import io.indago.spi.Tlp;

/** Declares RDAP and creates it. */
final class RdapFactory implements ProviderFactory {

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("rdap", "RDAP")
                .homepage("https://about.rdap.org/")
                .types(
                        IndicatorType.DOMAIN,
                        IndicatorType.IPV4,
                        IndicatorType.IPV6,
                        IndicatorType.CIDR,
                        IndicatorType.ASN)
                .hosts(RdapServers.hosts())
                // Registries alone: a registrar could tell the owner
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .reliability(Reliability.A, "The registry itself says so; of who is behind it registrants may lie")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new RdapProvider(context.clock());
    }
}
