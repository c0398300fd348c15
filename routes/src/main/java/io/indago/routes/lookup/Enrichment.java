package io.indago.routes.lookup;

import io.indago.host.Status;
import io.indago.indicator.ParsedIndicator;
import io.indago.routes.provider.ProviderReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The whole answer to a lookup.
 *
 * @param reports one per provider there is, asked or not, sorted by id
 */
public record Enrichment(
        LookupRequest request, Verdict verdict, MergedFacts facts, List<ProviderReport> reports, Instant finishedAt) {

    public Enrichment {
        reports = List.copyOf(reports);
    }

    public ParsedIndicator indicator() {
        return request.indicator();
    }

    public Duration took() {
        return Duration.between(request.startedAt(), finishedAt);
    }

    /** How many providers were asked. */
    public long asked() {
        return reports.stream().filter(ProviderReport::asked).count();
    }

    /** How many of those asked gave an answer, a hit or no data. */
    public long answered() {
        return reports.stream()
                .filter(ProviderReport::asked)
                .map(report -> report.outcome().status())
                .filter(status -> status == Status.HIT || status == Status.NO_DATA)
                .count();
    }
}
