package io.indago.plugins.epss;

import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.Report;
import io.indago.spi.Step;

/** Asks for a vulnerability's score of today. */
final class EpssProvider implements Provider {
    static final String HOST = "api.first.org";
    private static final HttpCall SCORES = HttpCall.get("https://" + HOST + "/data/v1/epss");
    private static final String ANY_CVE = "CVE-2021-44228";

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        String cve = indicator.value();
        return Step.call(SCORES.query("cve", cve), reply -> Step.done(EpssReport.of(cve, reply.json())));
    }

    /** With any vulnerability: a lookup costs nothing. */
    @Override
    public Step<Health> health(LookupContext context) {
        return Step.call(
                SCORES.query("cve", ANY_CVE),
                reply -> Step.done(
                        EpssReport.isAnswer(reply.json())
                                ? Health.up()
                                : Health.down("what answers there is not the EPSS API")));
    }
}
