package io.indago.plugins.abusech;

import static java.util.Objects.requireNonNull;

import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.JsonView;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.Report;
import io.indago.spi.Secret;
import io.indago.spi.Step;
import java.util.List;

/** Asks a service with the key. There is no health check: every query counts against the fair use of the one key. */
final class AbuseChProvider implements Provider {
    private final Service service;
    private final QueryStatus status;
    private final Secret apiKey;

    AbuseChProvider(Service service, String title, Secret apiKey) {
        this.service = requireNonNull(service, "service");
        status = new QueryStatus(title);
        this.apiKey = requireNonNull(apiKey, "apiKey");
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        List<HttpCall> calls = service.questions(indicator).stream()
                .map(call -> call.header("Auth-Key", apiKey))
                .toList();
        return Step.calls(calls, replies -> Step.done(read(indicator, replies)));
    }

    private Report read(Indicator indicator, List<HttpReply> replies) {
        List<JsonView> answers =
                replies.stream().map(HttpReply::json).filter(status::isOk).toList();
        return answers.isEmpty() ? Report.noData(status.ofAMiss()) : service.read(indicator, answers);
    }
}
