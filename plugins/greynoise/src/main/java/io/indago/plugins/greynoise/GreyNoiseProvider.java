package io.indago.plugins.greynoise;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.Report;
import io.indago.spi.Secret;
import io.indago.spi.Step;
import java.util.Optional;

/** Asks about an address or a vulnerability, in one call that costs one search. */
final class GreyNoiseProvider implements Provider {
    static final String HOST = "api.greynoise.io";
    private static final String API = "https://" + HOST;

    private final Tier tier;
    private final Optional<Secret> apiKey;

    GreyNoiseProvider(Tier tier, Optional<Secret> apiKey) {
        this.tier = requireNonNull(tier, "tier");
        this.apiKey = requireNonNull(apiKey, "apiKey");
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        if (indicator.type() == IndicatorType.CVE) {
            return vulnerability(indicator.value());
        }
        HttpCall call =
                withKey(HttpCall.get(API, "v3", tier.path(), indicator.value())).noDataOn(404);
        return Step.call(call, reply -> Step.done(GreyNoiseReport.of(indicator.value(), reply.json())));
    }

    private Step<Report> vulnerability(String cve) {
        if (tier == Tier.COMMUNITY) {
            return Step.done(Report.noData("GreyNoise was not asked: it takes CVEs with tier enterprise only"));
        }
        HttpCall call = withKey(HttpCall.get(API, "v1", "cve", cve)).noDataOn(404);
        return Step.call(call, reply -> Step.done(VulnerabilityReport.of(cve, reply.json())));
    }

    /** A ping is no search. Without a key there is nothing that could be refused. */
    @Override
    public Step<Health> health(LookupContext context) {
        return apiKey.isEmpty()
                ? Step.done(Health.unknown())
                : Step.call(withKey(HttpCall.get(API, "ping")), reply -> Step.done(Health.up()));
    }

    private HttpCall withKey(HttpCall call) {
        return apiKey.map(key -> call.header("key", key)).orElse(call);
    }
}
