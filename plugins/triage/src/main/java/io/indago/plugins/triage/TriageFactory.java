package io.indago.plugins.triage;

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

/** Declares the search in Triage's analyses and creates it. */
final class TriageFactory implements ProviderFactory {
    private static final String API_KEY = "api-key";

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("triage", "Triage")
                .homepage("https://tria.ge/")
                .types(
                        IndicatorType.MD5,
                        IndicatorType.SHA1,
                        IndicatorType.SHA256,
                        IndicatorType.SHA512,
                        IndicatorType.URL,
                        IndicatorType.DOMAIN,
                        IndicatorType.FQDN,
                        IndicatorType.IPV4,
                        IndicatorType.IPV6)
                .hosts(Cloud.PUBLIC.host(), Cloud.PRIVATE.host())
                .config(
                        Setting.secret(API_KEY, "API key, from https://tria.ge/account; for researchers it is free")
                                .required(),
                        Cloud.setting())
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .reliability(
                        Reliability.B,
                        "Runs files and knows families by their configuration, but some hide from sandboxes")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        Cloud cloud = Cloud.ofId(config.text(Cloud.SETTING));
        return new TriageProvider(new TriageApi(cloud, config.secret(API_KEY)));
    }
}
