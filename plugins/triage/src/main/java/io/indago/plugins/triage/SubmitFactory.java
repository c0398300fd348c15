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
import java.time.Duration;

/** Declares analyses by Triage and creates them. */
final class SubmitFactory implements ProviderFactory {
    private static final String API_KEY = "api-key";
    private static final String POLL = "poll";

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("triage-submit", "Triage submission")
                .homepage("https://tria.ge/")
                .types(IndicatorType.URL)
                .hosts(Cloud.PUBLIC.host(), Cloud.PRIVATE.host())
                .config(
                        Setting.secret(API_KEY, "API key, from https://tria.ge/account; for researchers it is free")
                                .required(),
                        Cloud.setting(),
                        Setting.duration(POLL, "How often to look whether an analysis is finished")
                                .defaultsTo("5s"))
                .offByDefault("each lookup has the page visited, which its owner can notice, and in the public cloud"
                        + " everybody sees the analysis")
                .freshFor(Duration.ofHours(1))
                .exposure(Exposure.PUBLIC)
                .maxTlp(Tlp.CLEAR)
                .reliability(Reliability.B, "Sees what the page does now, but some pages hide from sandboxes")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        Cloud cloud = Cloud.ofId(config.text(Cloud.SETTING));
        return new SubmitProvider(new TriageApi(cloud, config.secret(API_KEY)), config.duration(POLL));
    }
}
