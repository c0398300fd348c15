package io.indago.routes.provider;

import static java.util.Objects.requireNonNull;

import io.indago.host.FirstStep;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.routes.guard.QuotaMeter;
import io.indago.spi.Exposure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a provider's part in a lookup would be, as far as can be known without asking.
 *
 * @param exposure what asking it reveals; empty when it is gone
 * @param origin where its report would come from
 * @param outcome how its part would end, where that is certain already
 * @param known what it said before; of use unless the caller wants it asked again
 * @param quotas what is left of each window; empty without a limit
 * @param first what it would do first; empty unless it would be asked
 */
public record ProviderForecast(
        String provider,
        String title,
        boolean sandbox,
        Optional<Exposure> exposure,
        Origin origin,
        Optional<Outcome> outcome,
        Optional<Known> known,
        List<QuotaMeter.Left> quotas,
        Optional<FirstStep> first) {

    public ProviderForecast {
        requireNonNull(provider, "provider");
        requireNonNull(title, "title");
        requireNonNull(origin, "origin");
        quotas = List.copyOf(quotas);
    }

    /** What it said before, and until when that may be used. */
    public record Known(Status status, Instant fetchedAt, Instant freshUntil) {
        static Known of(KnownAnswer answer) {
            return new Known(answer.outcome().status(), answer.fetchedAt(), answer.freshUntil());
        }
    }

    /** The requests it would begin with, side by side; each takes one of every quota. */
    public List<PlannedRequest> requests() {
        return first.stream()
                .flatMap(step -> step.calls().stream())
                .map(PlannedRequest::of)
                .toList();
    }
}
