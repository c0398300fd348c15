package io.indago.plugins.triage;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.Report;
import io.indago.spi.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Searches, and reads the overviews of the newest samples; of one without an overview the summary. */
final class TriageProvider implements Provider {
    private final TriageApi api;

    TriageProvider(TriageApi api) {
        this.api = requireNonNull(api, "api");
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        return Step.call(api.search(indicator), reply -> {
            Samples samples = Samples.of(reply.json());
            if (samples.rows().isEmpty()) {
                return Step.done(Report.noData("Triage has no sample of it"));
            }
            return read(samples.toBeRead(), api::overview, overviews -> {
                List<Analysis> found = new ArrayList<>(overviews.found());
                return read(overviews.missing(), api::summary, summaries -> {
                    found.addAll(summaries.found());
                    return Step.done(report(indicator, samples, found));
                });
            });
        });
    }

    /** Side by side; what can't be had of one sample leaves the others. */
    private static Step<Report> read(
            List<String> ids, Function<String, HttpCall> call, Function<Reading, Step<Report>> next) {
        if (ids.isEmpty()) {
            return next.apply(new Reading(List.of(), List.of()));
        }
        List<HttpCall> calls = ids.stream()
                .map(id -> call.apply(id).seeing(400, 401, 403, 404, 429, 500, 502, 503, 504))
                .toList();
        return Step.calls(calls, replies -> next.apply(Reading.of(ids, replies)));
    }

    private record Reading(List<Analysis> found, List<String> missing) {
        static Reading of(List<String> ids, List<HttpReply> replies) {
            List<Analysis> found = new ArrayList<>();
            List<String> missing = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                if (replies.get(i).status() == 200) {
                    found.add(new Analysis(replies.get(i).json()));
                } else {
                    missing.add(ids.get(i));
                }
            }
            return new Reading(found, missing);
        }
    }

    private Report report(Indicator indicator, Samples samples, List<Analysis> analyses) {
        int count = samples.rows().size();
        Report.Builder report = new TriageReport(indicator, analyses)
                .read("Triage has " + (samples.complete() ? "" : "more than ") + count
                        + (count == 1 ? " sample" : " samples"));
        samples.ids().limit(3).map(api::page).forEach(report::reference);
        samples.rows().stream().flatMap(Samples::times).forEach(report::lastSeen);
        if (samples.complete()) {
            samples.rows().stream().flatMap(Samples::times).forEach(report::firstSeen);
        }
        return report.build();
    }

    @Override
    public Step<Health> health(LookupContext context) {
        return api.health();
    }
}
