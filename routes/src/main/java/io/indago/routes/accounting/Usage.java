package io.indago.routes.accounting;

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
 */
public record Usage(
        Instant from,
        Instant to,
        Optional<Instant> asOf,
        long requests,
        long lookups,
        long bytes,
        List<ProviderUsage> providers) {
    public Usage {
        providers = List.copyOf(providers);
    }

    /**
     * The part of one provider.
     *
     * @param lookups lookups in which it was asked
     * @param hits those it answered with a hit
     * @param calls HTTP calls made
     * @param bytes bytes received
     */
    public record ProviderUsage(String provider, long lookups, long hits, long calls, long bytes) {}
}
