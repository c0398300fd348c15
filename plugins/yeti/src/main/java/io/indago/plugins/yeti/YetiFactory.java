package io.indago.plugins.yeti;

import io.indago.spi.Exposure;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderFactory;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Reliability;
import io.indago.spi.Setting;
import io.indago.spi.Tlp;
import java.time.Duration;

/** Declares the operator's own YETI as a provider and creates it. */
final class YetiFactory implements ProviderFactory {
    private static final String VERSION = "version";
    private static final String MALICIOUS = "malicious-tags";
    private static final String SUSPICIOUS = "suspicious-tags";
    private static final String BENIGN = "benign-tags";

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("yeti", "YETI")
                .homepage("https://yeti-platform.io/")
                .types(YetiType.TAKEN)
                .config(
                        YetiServer.URL,
                        YetiServer.API_KEY,
                        Setting.text(VERSION, "Which major version your YETI is of")
                                .oneOf("1", "2")
                                .defaultsTo("2"),
                        Setting.text(MALICIOUS, "Tags of what is malicious, with commas between them")
                                .defaultsTo("c2,malware,phishing,malicious"),
                        Setting.text(SUSPICIOUS, "Tags of what is suspicious, with commas between them")
                                .defaultsTo("suspicious"),
                        Setting.text(BENIGN, "Tags of what is harmless, with commas between them")
                                .defaultsTo("whitelist,benign"),
                        YetiServer.TAG_PREFIX)
                .internal()
                .exposure(Exposure.LOCAL)
                .maxTlp(Tlp.RED)
                // Analysts work on it all day
                .freshFor(Duration.ofMinutes(10))
                .reliability(Reliability.B, "What your analysts and feeds recorded, from sources of differing care")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        TagMeaning meaning = new TagMeaning(
                TagMeaning.names(config.text(MALICIOUS)),
                TagMeaning.names(config.text(SUSPICIOUS)),
                TagMeaning.names(config.text(BENIGN)));
        YetiProvider.Settings settings =
                new YetiProvider.Settings(config.text(VERSION).equals("1"), meaning, YetiServer.tagPrefix(config));
        return new YetiProvider(YetiServer.of(config), settings, context.clock());
    }
}
