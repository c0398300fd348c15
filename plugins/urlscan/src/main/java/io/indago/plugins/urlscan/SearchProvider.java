package io.indago.plugins.urlscan;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.Report;
import io.indago.spi.Step;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Searches the scans of others, and reads the newest of a page or a host for the verdict, which few rows of the search
 * have.
 */
final class SearchProvider implements Provider {
    private static final Set<IndicatorType> JUDGED =
            EnumSet.of(IndicatorType.URL, IndicatorType.DOMAIN, IndicatorType.FQDN);
    /** A result describes each request of the page, in some 10 KB. */
    private static final int MOST_REQUESTS = 300;

    private final UrlscanApi api;

    SearchProvider(UrlscanApi api) {
        this.api = requireNonNull(api, "api");
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        return Step.call(api.search(Query.of(indicator)), reply -> {
            Search search = Search.of(reply.json());
            return toBeRead(indicator, search)
                    .map(uuid -> Step.<Report>call(
                            result(uuid), result -> Step.done(SearchReport.of(indicator, search, scan(result)))))
                    .orElseGet(() -> Step.done(SearchReport.of(indicator, search, Optional.empty())));
        });
    }

    private static Optional<String> toBeRead(Indicator indicator, Search search) {
        return search.scans().stream()
                .filter(scan -> JUDGED.contains(indicator.type()) && scan.isOf(indicator))
                .findFirst()
                .filter(newest -> !ScanOpinion.isGiven(newest))
                .filter(newest -> newest.view().integerAt("/stats/requests", 0) <= MOST_REQUESTS)
                .flatMap(Scan::uuid);
    }

    /** What can't be had of it leaves what the search said. */
    private HttpCall result(String uuid) {
        return api.result(uuid).seeing(400, 401, 403, 404, 410, 429, 500, 502, 503, 504);
    }

    private static Optional<Scan> scan(HttpReply result) {
        return result.status() == 200 ? Optional.of(new Scan(result.json())) : Optional.empty();
    }

    @Override
    public Step<Health> health(LookupContext context) {
        return UrlscanHealth.of(api);
    }
}
