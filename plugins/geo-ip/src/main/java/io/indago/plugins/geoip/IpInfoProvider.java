package io.indago.plugins.geoip;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.Report;
import io.indago.spi.Secret;
import io.indago.spi.Step;
import java.util.Optional;

/** Asks ipinfo where an address is. */
final class IpInfoProvider implements Provider {
    private final IpInfoPlan plan;
    private final Optional<Secret> token;

    IpInfoProvider(IpInfoPlan plan, Optional<Secret> token) {
        this.plan = requireNonNull(plan, "plan");
        this.token = requireNonNull(token, "token");
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        String address = indicator.value();
        return Step.call(
                withToken(plan.call(address)).noDataOn(404),
                reply -> Step.done(IpInfoReport.of(address, reply.json())));
    }

    /** What the token is good for, which is no lookup. Without one there is nothing that could be refused. */
    @Override
    public Step<Health> health(LookupContext context) {
        return token.isEmpty()
                ? Step.done(Health.unknown())
                : Step.call(withToken(HttpCall.get("https://ipinfo.io/me")), reply -> Step.done(Health.up()));
    }

    private HttpCall withToken(HttpCall call) {
        return token.map(secret -> call.query("token", secret)).orElse(call);
    }
}
