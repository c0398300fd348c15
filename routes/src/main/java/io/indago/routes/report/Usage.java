package io.indago.routes.report;

import io.indago.routes.report.UsageReport.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a user has used in a span of time.
 *
 * @param from inclusive
 * @param to exclusive
 * @param asOf the latest event counted; absent when there is none. Events take a moment to arrive.
 * @param requests API requests of every kind, lookups included
 * @param bytes bytes answered
 * @param cost what was paid for providers' calls, in units of the operator's choice
 * @param by what the groups are; absent unless the caller wanted some
 */
public record Usage(
        Instant from,
        Instant to,
        Optional<Instant> asOf,
        long requests,
        long lookups,
        long bytes,
        BigDecimal cost,
        List<ProviderUsage> providers,
        Optional<Grouping> by,
        Optional<List<Row>> groups) {
    public Usage {
        providers = List.copyOf(providers);
        groups = groups.map(List::copyOf);
    }

    /**
     * The part of one provider.
     *
     * @param lookups lookups in which it was asked
     * @param hits those it answered with a hit
     * @param billed those it was asked for; for the others it was asked for another lookup, or before
     * @param shared those in which it was asked for another lookup
     * @param cached those in which it had been asked before
     * @param calls HTTP calls made
     * @param bytes bytes received
     */
    public record ProviderUsage(
            String provider,
            long lookups,
            long hits,
            long billed,
            long shared,
            long cached,
            long calls,
            long bytes,
            BigDecimal cost) {}

    /** The same in groups as well. */
    Usage grouped(UsageReport report) {
        return new Usage(
                from,
                to,
                asOf,
                requests,
                lookups,
                bytes,
                cost,
                providers,
                Optional.of(report.by()),
                Optional.of(report.rows()));
    }
}
