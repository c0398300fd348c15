package io.indago.bench.provider;

import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.Report;
import io.indago.spi.Step;

/** One call per lookup. */
record BenchProvider(String api) implements Provider {

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        HttpCall call = HttpCall.get(api, "ip", indicator.value())
                .header("Accept", "application/json")
                .noDataOn(404);
        return Step.call(call, reply -> Step.done(BenchReport.of(indicator, reply.json())));
    }
}
