package io.indago.plugins.circlhashlookup;

import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.Report;
import io.indago.spi.Step;

/** Looks one file up by any of its hashes. */
final class HashlookupProvider implements Provider {
    static final String HOST = "hashlookup.circl.lu";
    private static final String API = "https://" + HOST;

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        HttpCall call = HttpCall.get(API, "lookup", indicator.type().id(), indicator.value())
                .header("Accept", "application/json")
                .noDataOn(404);
        return Step.call(call, reply -> Step.done(HashlookupReport.of(call.uri(), reply.json())));
    }

    /** What the directory holds: no lookup. */
    @Override
    public Step<Health> health(LookupContext context) {
        return Step.call(
                HttpCall.get(API, "info").header("Accept", "application/json"), reply -> Step.done(Health.up()));
    }
}
