package io.indago.routes.api;

import io.indago.host.ErrorCause;
import io.indago.host.FirstStep;
import io.indago.host.Outcome;
import io.indago.indicator.ParsedIndicator;
import io.indago.routes.api.PluginDocument.QuotaPart;
import io.indago.routes.events.EnrichmentDocument.IndicatorPart;
import io.indago.routes.lookup.LookupForecast;
import io.indago.routes.lookup.LookupRequest;
import io.indago.routes.provider.Origin;
import io.indago.routes.provider.PlannedRequest;
import io.indago.routes.provider.ProviderForecast;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a lookup would do, for a caller who asked for no more than that. The schema is {@code docs/schemas/plan.v1.json};
 * within the version, members are only ever added, so that connectors will find their place beside the providers.
 */
public record PlanDocument(
        String schema,
        String id,
        IndicatorPart indicator,
        String tlp,
        String pap,
        Instant startedAt,
        long deadlineMs,
        long tookMs,
        List<ProviderPart> providers) {
    public static final String SCHEMA = "indago.plan.v1";

    static PlanDocument of(LookupForecast forecast) {
        LookupRequest request = forecast.request();
        ParsedIndicator indicator = request.indicator();
        return new PlanDocument(
                SCHEMA,
                request.id().toString(),
                IndicatorPart.of(indicator).withOriginal(indicator.original()),
                request.tlp().label(),
                request.pap().name(),
                request.startedAt(),
                request.patience().toMillis(),
                forecast.took().toMillis(),
                forecast.providers().stream().map(ProviderPart::of).toList());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * One provider's part.
     *
     * @param origin where its report would come from: {@code provider}, {@code cache} or {@code none}
     * @param status how its part would end, where that is certain already
     * @param begins how it would begin: {@code calls}, {@code answer}, {@code wait}, {@code unmanaged} or {@code failure}
     */
    public record ProviderPart(
            String provider,
            String title,
            String origin,
            Optional<String> status,
            Optional<String> reason,
            Optional<String> error,
            Optional<Long> retryAfterSeconds,
            boolean sandbox,
            Optional<String> exposure,
            Optional<String> begins,
            List<PlannedRequest> requests,
            CostPart cost,
            Optional<CachePart> cache) {
        static ProviderPart of(ProviderForecast forecast) {
            Optional<Outcome> outcome = forecast.outcome();
            return new ProviderPart(
                    forecast.provider(),
                    forecast.title(),
                    forecast.origin().id(),
                    outcome.map(certain -> certain.status().id()),
                    outcome.map(Outcome::reason)
                            .or(() -> forecast.first().map(FirstStep::reason).filter(reason -> !reason.isEmpty())),
                    outcome.flatMap(Outcome::errorCause).map(ErrorCause::id),
                    outcome.flatMap(Outcome::retryAfter).map(wait -> wait.toSeconds()),
                    forecast.sandbox(),
                    forecast.exposure().map(PlanDocument::lower),
                    forecast.first().map(first -> lower(first.kind())),
                    forecast.requests(),
                    CostPart.of(forecast),
                    forecast.known().map(known -> CachePart.of(known, forecast.origin() == Origin.CACHE)));
        }
    }

    /**
     * What it would cost, as far as that is known before the first reply.
     *
     * @param calls how many requests it begins with; each takes one of every quota
     * @param quotas what is left of each window now; empty without a limit
     */
    public record CostPart(int calls, List<QuotaPart> quotas) {
        static CostPart of(ProviderForecast forecast) {
            int calls = forecast.outcome().isPresent() ? 0 : forecast.requests().size();
            return new CostPart(
                    calls, forecast.quotas().stream().map(QuotaPart::of).toList());
        }
    }

    /**
     * What it said before.
     *
     * @param used whether that would be the answer; not when the caller wants it asked again
     */
    public record CachePart(boolean used, String status, Instant fetchedAt, Instant freshUntil) {
        static CachePart of(ProviderForecast.Known known, boolean used) {
            return new CachePart(used, known.status().id(), known.fetchedAt(), known.freshUntil());
        }
    }
}
