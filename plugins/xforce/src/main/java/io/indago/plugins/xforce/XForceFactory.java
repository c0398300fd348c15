package io.indago.plugins.xforce;

import io.indago.spi.Exposure;
import io.indago.spi.IndicatorType;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderFactory;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Quota;
import io.indago.spi.Reliability;
import io.indago.spi.Secret;
import io.indago.spi.Setting;
import io.indago.spi.Tlp;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Declares IBM X-Force Exchange and creates it. */
final class XForceFactory implements ProviderFactory {
    private static final String API_KEY = "api-key";
    private static final String API_PASSWORD = "api-password";
    private static final String MALWARE = "malware";

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("xforce", "IBM X-Force Exchange")
                .homepage("https://exchange.xforce.ibmcloud.com/")
                .types(
                        IndicatorType.IPV4,
                        IndicatorType.IPV6,
                        IndicatorType.DOMAIN,
                        IndicatorType.FQDN,
                        IndicatorType.URL,
                        IndicatorType.MD5,
                        IndicatorType.SHA1,
                        IndicatorType.SHA256,
                        IndicatorType.CVE)
                .hosts(XForceProvider.HOST)
                .config(
                        Setting.secret(API_KEY, "API key, from https://exchange.xforce.ibmcloud.com/settings/api")
                                .required(),
                        Setting.secret(API_PASSWORD, "The password that was shown together with the API key")
                                .required(),
                        Setting.flag(
                                        MALWARE,
                                        "Whether it is also asked for the malware seen at an address, a name or a URL,"
                                                + " which costs a second record")
                                .defaultsTo("true"))
                .quotas(Quota.of(5_000, Duration.ofDays(30)))
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .reliability(
                        Reliability.B, "Rates by crawlers and spam traps of its own, but what it rates changes hands")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        String pair = config.secret(API_KEY).reveal() + ":"
                + config.secret(API_PASSWORD).reveal();
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return new XForceProvider(Secret.of(API_KEY, basic), config.flag(MALWARE));
    }
}
