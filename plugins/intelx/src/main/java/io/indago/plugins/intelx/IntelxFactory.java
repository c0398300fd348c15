package io.indago.plugins.intelx;

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

/** Declares Intelligence X and creates it. */
final class IntelxFactory implements ProviderFactory {
    private static final String PAID = "2.intelx.io";
    private static final String FREE = "free.intelx.io";

    private static final String API_KEY = "api-key";
    private static final String HOST = "host";
    private static final String JUDGE_LEAKS = "judge-leaks";
    private static final String POLL = "poll";

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("intelx", "Intelligence X")
                .homepage("https://intelx.io/")
                .types(
                        IndicatorType.EMAIL,
                        IndicatorType.DOMAIN,
                        IndicatorType.FQDN,
                        IndicatorType.URL,
                        IndicatorType.IPV4,
                        IndicatorType.IPV6,
                        IndicatorType.CIDR)
                .hosts(PAID, FREE)
                .config(
                        Setting.secret(API_KEY, "API key, from https://intelx.io/account?tab=developer")
                                .required(),
                        Setting.text(
                                        HOST,
                                        "Where the key is valid, as the page of the key says; free accounts have "
                                                + FREE)
                                .oneOf(PAID, FREE)
                                .defaultsTo(PAID),
                        Setting.flag(
                                        JUDGE_LEAKS,
                                        "Whether what is in leaks or on the darknet is suspicious; else that is a fact"
                                                + " without an opinion")
                                .defaultsTo("false"),
                        Setting.duration(POLL, "How often to look whether a search has found something")
                                .defaultsTo("1s"))
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .reliability(
                        Reliability.C, "Finds what others wrote or stole, be it true or not, in places few can search")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new IntelxProvider(
                new IntelxApi(config.text(HOST), config.secret(API_KEY)),
                config.flag(JUDGE_LEAKS),
                config.duration(POLL));
    }
}
