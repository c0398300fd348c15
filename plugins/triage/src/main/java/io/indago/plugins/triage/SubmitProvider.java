package io.indago.plugins.triage;

import static java.util.Objects.requireNonNull;

import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.Health;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import io.indago.spi.Step;
import java.time.Duration;
import java.util.List;

/** Has a page analysed. That takes minutes: what is not finished in time is told as such, with where it will be. */
final class SubmitProvider implements Provider {
    /** As many as fit into the steps a lookup may take, with the submission and the overview. */
    private static final int MOST_POLLS = 8;

    private final TriageApi api;
    private final Duration poll;

    SubmitProvider(TriageApi api, Duration poll) {
        this.api = requireNonNull(api, "api");
        this.poll = requireNonNull(poll, "poll");
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        return Step.call(
                api.submit(indicator.value()), reply -> waitFor(submitted(reply), indicator, MOST_POLLS, context));
    }

    private static String submitted(HttpReply reply) {
        return Samples.id(reply.json())
                .orElseThrow(() -> TriageError.of("its reply to the submission has no id at /id", reply.json()));
    }

    private Step<Report> waitFor(String sample, Indicator indicator, int polls, LookupContext context) {
        return polls == 0 || poll.compareTo(context.timeLeft()) >= 0
                ? Step.done(unfinished(sample))
                : Step.pause(poll, () -> look(sample, indicator, polls - 1, context));
    }

    private Step<Report> look(String sample, Indicator indicator, int polls, LookupContext context) {
        return Step.call(api.sample(sample), reply -> switch (reply.json().textAt("/status", "")) {
            case "reported" ->
                Step.call(api.overview(sample), overview -> Step.done(report(sample, indicator, overview)));
            case "failed" -> throw ProviderException.of(ErrorKind.UNAVAILABLE, "Triage could not analyse it");
            case "" -> throw TriageError.of("its reply about the sample has no text at /status", reply.json());
            default -> waitFor(sample, indicator, polls, context);
        });
    }

    private Report unfinished(String sample) {
        return Report.hit("Triage is still analysing it; once it is finished triage finds it")
                .evidence(Evidence.of("submitted", "submitted as " + sample).value(sample))
                .reference(api.page(sample))
                .build();
    }

    private Report report(String sample, Indicator indicator, HttpReply overview) {
        return new TriageReport(indicator, List.of(new Analysis(overview.json())))
                .read("Triage analysed it")
                .reference(api.page(sample))
                .build();
    }

    @Override
    public Step<Health> health(LookupContext context) {
        return api.health();
    }
}
