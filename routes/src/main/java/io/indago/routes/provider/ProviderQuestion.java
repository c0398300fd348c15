package io.indago.routes.provider;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Indicator;
import java.time.Instant;

/**
 * What every provider of a lookup is asked.
 *
 * @param traceId the lookup's id
 * @param caller for whom, by the id that never changes; empty for nobody in particular
 * @param disclosure to whom the indicator may be shown
 * @param deadline when the work stops
 * @param fresh whether an answer from before will not do
 */
public record ProviderQuestion(
        String traceId, String caller, Indicator indicator, Disclosure disclosure, Instant deadline, boolean fresh) {

    public ProviderQuestion {
        requireNonNull(traceId, "traceId");
        requireNonNull(caller, "caller");
        requireNonNull(indicator, "indicator");
        requireNonNull(disclosure, "disclosure");
        requireNonNull(deadline, "deadline");
    }
}
