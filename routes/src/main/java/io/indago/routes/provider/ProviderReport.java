package io.indago.routes.provider;

import static java.util.Objects.requireNonNull;

import io.indago.host.LookupResult;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Reliability;
import java.time.Duration;
import java.time.Instant;

/**
 * What one provider said, or why it said nothing: its part of an enrichment.
 *
 * @param provider the provider's id
 * @param sandbox whether the sandbox, or a recording, answered in the provider's place
 * @param origin whether it was asked now, or answered from before, or not at all
 * @param fetchedAt when the outcome was known; before the lookup, where it was known already
 * @param calls HTTP calls made
 * @param bytes bytes of replies received, decompressed
 */
public record ProviderReport(
        String provider,
        String title,
        Reliability reliability,
        boolean sandbox,
        Origin origin,
        Outcome outcome,
        Instant fetchedAt,
        Duration took,
        int calls,
        long bytes) {

    public ProviderReport {
        requireNonNull(provider, "provider");
        requireNonNull(title, "title");
        requireNonNull(reliability, "reliability");
        requireNonNull(origin, "origin");
        requireNonNull(outcome, "outcome");
        requireNonNull(fetchedAt, "fetchedAt");
        requireNonNull(took, "took");
    }

    /** Whether the provider had its say in it, now or before. */
    public boolean asked() {
        return origin != Origin.NONE;
    }

    /**
     * The report of a provider that was asked.
     *
     * @param shared whether for another lookup, so that this one cost nothing
     */
    public static ProviderReport asked(
            ProviderSpec spec, boolean sandbox, boolean shared, LookupResult result, Instant at) {
        return new ProviderReport(
                spec.id(),
                spec.title(),
                spec.reliability(),
                sandbox,
                shared ? Origin.SHARED : Origin.PROVIDER,
                result.outcome(),
                at,
                result.took(),
                result.calls(),
                result.bytes());
    }

    /** The report of a provider that was asked the same before. */
    static ProviderReport cached(ProviderSpec spec, boolean sandbox, KnownAnswer answer) {
        return new ProviderReport(
                spec.id(),
                spec.title(),
                spec.reliability(),
                sandbox,
                Origin.CACHE,
                answer.outcome(),
                answer.fetchedAt(),
                Duration.ZERO,
                0,
                0);
    }

    /** The report of a provider that was not asked. */
    public static ProviderReport refused(ProviderSpec spec, boolean sandbox, Outcome why, Instant at) {
        return new ProviderReport(
                spec.id(), spec.title(), spec.reliability(), sandbox, Origin.NONE, why, at, Duration.ZERO, 0, 0);
    }

    /** The report of a provider that was there when the lookup was planned and is gone. */
    public static ProviderReport gone(String provider, Instant at) {
        Outcome removed = Outcome.without(Status.SKIPPED, "the plugin was removed while the lookup ran");
        return new ProviderReport(
                provider, provider, Reliability.F, false, Origin.NONE, removed, at, Duration.ZERO, 0, 0);
    }
}
