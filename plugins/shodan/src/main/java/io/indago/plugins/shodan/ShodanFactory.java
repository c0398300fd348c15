package io.indago.plugins.shodan;

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

/** Declares Shodan and creates it. */
final class ShodanFactory implements ProviderFactory {
    private static final String API_KEY = "api-key";
    private static final String JUDGE_VULNERABILITIES = "judge-vulnerabilities";

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("shodan", "Shodan")
                .homepage("https://www.shodan.io/")
                .types(IndicatorType.IPV4, IndicatorType.IPV6)
                .hosts("api.shodan.io", "internetdb.shodan.io")
                .config(
                        Setting.secret(
                                API_KEY,
                                "API key, from https://account.shodan.io/; without one the free InternetDB is asked,"
                                        + " for non-commercial use"),
                        Setting.flag(
                                        JUDGE_VULNERABILITIES,
                                        "Whether an address with known vulnerabilities is suspicious; else they are"
                                                + " facts without an opinion")
                                .defaultsTo("false"))
                .quotas(Quota.of(1, Duration.ofSeconds(1)))
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .reliability(Reliability.B, "Reports what its own scanner saw, which may be weeks ago")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new ShodanProvider(config.optionalSecret(API_KEY), config.flag(JUDGE_VULNERABILITIES));
    }
}
