package com.example.acme;

import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.JsonView;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import io.indago.spi.Secret;
import io.indago.spi.Step;

/** Says which request to make, and reads the reply. */
final class AcmeProvider implements Provider {
    private static final int CONFIDENCE = 50;
    private static final int HIGHEST = 100;

    private final Secret key;

    AcmeProvider(Secret key) {
        this.key = key;
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        HttpCall call = HttpCall.get("https://api.acme.example/v1/ip", indicator.value())
                .header("X-Api-Key", key)
                .noDataOn(404);
        return Step.call(call, reply -> Step.done(report(reply.json())));
    }

    private static Report report(JsonView body) {
        long score = body.integerAt("/score", -1);
        if (score < 0 || score > HIGHEST) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "its reply has no score of 0 to 100");
        }
        String reports = body.integerAt("/reports", 0) + " reports";
        return Report.hit(reports)
                .opinion((int) score, CONFIDENCE)
                .evidence(Evidence.of("reports", reports))
                .tags(body.at("/labels").texts())
                .lastSeen(body.textAt("/last", ""))
                .build();
    }
}
