package io.indago.routes.lookup;

import io.indago.host.ErrorCause;
import io.indago.host.LookupResult;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.routes.lookup.LookupPlan.PlannedProvider;
import io.indago.routes.provider.ProviderReport;
import io.indago.spi.IndicatorType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the answer of a lookup from its plan and the reports that came back. */
public final class Enricher {
    private final VerdictPolicy policy;

    public Enricher(VerdictPolicy policy) {
        this.policy = policy;
    }

    /** The enrichment: exactly one report per provider of the plan, whatever came back. */
    public Enrichment enrich(LookupPlan plan, ReportSet returned) {
        List<ProviderReport> reports = new ArrayList<>(plan.refused());
        plan.asked()
                .forEach(provider ->
                        reports.add(returned.find(provider.spec().id()).orElseGet(() -> unanswered(plan, provider))));
        reports.sort(Comparator.comparing(ProviderReport::provider));
        LookupRequest request = plan.request();
        IndicatorType type = request.indicator().type();
        List<Opinion> opinions =
                reports.stream().flatMap(report -> Opinion.of(report).stream()).toList();
        Verdict verdict = Verdict.of(opinions, type, warningList(request), policy);
        return new Enrichment(
                request,
                verdict,
                MergedFacts.of(reports),
                reports,
                request.beginning().end());
    }

    private ProviderReport unanswered(LookupPlan plan, PlannedProvider provider) {
        // Every branch ends by the deadline; one that brought nothing earlier was broken by us.
        Beginning beginning = plan.request().beginning();
        Instant now = beginning.end();
        Outcome outcome = now.isBefore(plan.request().deadline())
                ? Outcome.error(ErrorCause.INTERNAL, "the hub failed to ask it; its log says why")
                : Outcome.without(Status.TIMEOUT, "no report by the deadline");
        LookupResult result = new LookupResult(outcome, 0, 0, beginning.elapsed());
        return ProviderReport.asked(provider.spec(), provider.sandbox(), false, result, now);
    }

    private static Optional<String> warningList(LookupRequest request) {
        return request.indicator().warnings().stream()
                .filter(warning -> warning.code().equals("public-resolver"))
                .map(warning -> warning.text())
                .findFirst();
    }
}
