package io.indago.routes.provider;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Indicator;
import java.time.Instant;

/**
 * What every provider of a lookup is asked.
 *
 * @param traceId the lookup's id
 * @param deadline when the work stops
 */
public record ProviderQuestion(String traceId, Indicator indicator, Instant deadline) {

    public ProviderQuestion {
        requireNonNull(traceId, "traceId");
        requireNonNull(indicator, "indicator");
        requireNonNull(deadline, "deadline");
    }
}
