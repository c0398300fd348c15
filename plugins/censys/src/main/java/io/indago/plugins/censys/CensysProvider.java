package io.indago.plugins.censys;

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

/** Reads the stored scans of an address, for one credit. */
final class CensysProvider implements Provider {
    static final String HOST = "api.platform.censys.io";
    private static final String API = "https://" + HOST + "/v3";

    private final Secret token;
    private final Optional<String> organization;

    CensysProvider(Secret token, Optional<String> organization) {
        this.token = requireNonNull(token, "token");
        this.organization = requireNonNull(organization, "organization");
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        String address = indicator.value();
        HttpCall call = HttpCall.get(API, "global", "asset", "host", address)
                .header("Accept", "application/vnd.censys.api.v3.host.v1+json");
        return Step.call(authorized(call).noDataOn(404), reply -> Step.done(CensysReport.of(address, reply.json())));
    }

    /** How many credits are left, which costs none. */
    @Override
    public Step<Health> health(LookupContext context) {
        HttpCall call = organization
                .map(id -> HttpCall.get(API, "accounts", "organizations", id, "credits"))
                .orElseGet(() -> HttpCall.get(API, "accounts", "users", "credits"));
        return Step.call(authorized(call), reply -> Step.done(Health.up()));
    }

    private HttpCall authorized(HttpCall call) {
        HttpCall withToken = call.header("Authorization", "Bearer ", token);
        return organization.map(id -> withToken.header("X-Organization-ID", id)).orElse(withToken);
    }
}
