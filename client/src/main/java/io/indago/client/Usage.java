package io.indago.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the caller has used in a span of time.
 *
 * @param from inclusive
 * @param to exclusive
 * @param asOf the latest event counted; empty when there is none. Events take a moment to arrive.
 * @param requests API requests of every kind, lookups included
 * @param bytes bytes answered
 * @param json the document as it was received
 */
public record Usage(
        Instant from,
        Instant to,
        Optional<Instant> asOf,
        long requests,
        long lookups,
        long bytes,
        List<ProviderUsage> providers,

        @JacksonInject(value = ClientJson.TEXT, useInput = OptBoolean.FALSE)
        String json) {

    public Usage {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        providers = List.copyOf(providers);
        requireNonNull(json, "json");
    }

    /**
     * The part of one provider.
     *
     * @param lookups lookups in which it was asked
     * @param hits those it answered with a hit
     * @param calls HTTP calls made
     * @param bytes bytes received
     */
    public record ProviderUsage(String provider, long lookups, long hits, long calls, long bytes) {
        public ProviderUsage {
            requireNonNull(provider, "provider");
        }
    }
}
