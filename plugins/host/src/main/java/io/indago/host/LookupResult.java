package io.indago.host;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How a provider's part of a lookup ended, and what it took.
 *
 * @param calls the requests that were sent
 * @param bytes the size of the replies' bodies after decompression
 */
public record LookupResult(Outcome outcome, int calls, long bytes, Duration took) {

    public LookupResult {
        requireNonNull(outcome, "outcome");
        requireNonNull(took, "took");
    }
}
