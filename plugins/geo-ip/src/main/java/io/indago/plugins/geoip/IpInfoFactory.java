package io.indago.plugins.geoip;

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
import java.time.Duration;
import java.util.Optional;

/** Declares ipinfo and creates it. */
final class IpInfoFactory implements ProviderFactory {
    private static final String API_KEY = "api-key";
    private static final String PLAN = "plan";

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("ipinfo", "ipinfo")
                .homepage("https://ipinfo.io/")
                .types(IndicatorType.IPV4, IndicatorType.IPV6)
                .hosts("ipinfo.io", "api.ipinfo.io")
                .config(
                        Setting.secret(
                                API_KEY,
                                "Access token, from https://ipinfo.io/account/token; plan legacy works without one, with"
                                        + " few lookups"),
                        Setting.text(
                                        PLAN,
                                        "Which API the token is good for: legacy, lite (country and network alone, no"
                                                + " limit) or core, which Plus and Max have too")
                                .oneOf(IpInfoPlan.LEGACY.id(), IpInfoPlan.LITE.id(), IpInfoPlan.CORE.id())
                                .defaultsTo(IpInfoPlan.LEGACY.id()))
                .quotas(Quota.of(50_000, Duration.ofDays(30)))
                .freshFor(Duration.ofDays(7))
                .exposure(Exposure.VENDOR)
                .maxTlp(Tlp.AMBER)
                .reliability(Reliability.B, "Measures where addresses are, but cities are often guesses")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        IpInfoPlan plan = IpInfoPlan.ofId(config.text(PLAN));
        Optional<Secret> token = config.optionalSecret(API_KEY);
        if (plan != IpInfoPlan.LEGACY && token.isEmpty()) {
            throw new IllegalArgumentException(
                    "plan " + plan.id() + " needs an " + API_KEY + ": set it, or plan to " + IpInfoPlan.LEGACY.id());
        }
        return new IpInfoProvider(plan, token);
    }
}
