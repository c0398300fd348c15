package io.indago.plugins.threatminer;

import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.JsonView;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.Report;
import io.indago.spi.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks for what matters to a verdict and for what is known besides, side by side. There is no health check: any call counts
 * against the few there are.
 */
final class ThreatMinerProvider implements Provider {
    static final String HOST = "api.threatminer.org";
    private static final String API = "https://" + HOST + "/v2";

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        Subject subject = Subject.of(indicator);
        List<HttpCall> calls = new ArrayList<>();
        for (int section : subject.sections()) {
            HttpCall call = HttpCall.get(API, subject.endpoint())
                    .query("q", indicator.value())
                    .query("rt", Integer.toString(section));
            // The first decides whether there is an answer; ThreatMiner often fails at one of many
            calls.add(calls.isEmpty() ? call : call.seeing(404, 429, 500, 502, 503, 504));
        }
        return Step.calls(calls, replies -> Step.done(read(subject, indicator, replies)));
    }

    private static Report read(Subject subject, Indicator indicator, List<HttpReply> replies) {
        List<JsonView> bodies = replies.stream()
                .filter(reply -> reply.status() == 200)
                .map(HttpReply::json)
                .toList();
        Findings findings = Findings.of(bodies);
        return findings.isEmpty()
                ? Report.noData("ThreatMiner does not know it")
                : new ThreatMinerReport(subject, indicator, findings).read(replies.size() - bodies.size());
    }
}
