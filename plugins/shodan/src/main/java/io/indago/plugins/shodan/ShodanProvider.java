package io.indago.plugins.shodan;

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

/** Reads the stored scans of an address, which costs no credit. */
final class ShodanProvider implements Provider {
    private static final String API = "https://api.shodan.io";
    private static final String INTERNETDB = "https://internetdb.shodan.io";

    private final Optional<Secret> apiKey;
    private final boolean judgesVulnerabilities;

    ShodanProvider(Optional<Secret> apiKey, boolean judgesVulnerabilities) {
        this.apiKey = requireNonNull(apiKey, "apiKey");
        this.judgesVulnerabilities = judgesVulnerabilities;
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        String address = indicator.value();
        HttpCall call = apiKey.map(
                        key -> HttpCall.get(API, "shodan", "host", address).query("key", key))
                .orElseGet(() -> HttpCall.get(INTERNETDB, address));
        return Step.call(
                call.noDataOn(404), reply -> Step.done(ShodanReport.of(address, reply.json(), judgesVulnerabilities)));
    }

    /** What the key is good for: free, and it tells whether it works. Without a key there is nothing to refuse. */
    @Override
    public Step<Health> health(LookupContext context) {
        return apiKey.map(key -> HttpCall.get(API, "api-info").query("key", key))
                .map(call -> Step.<Health>call(call, reply -> Step.done(Health.up())))
                .orElseGet(() -> Step.done(Health.unknown()));
    }
}
