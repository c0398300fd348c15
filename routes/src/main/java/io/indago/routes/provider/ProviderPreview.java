package io.indago.routes.provider;

import io.indago.host.FirstStep;
import io.indago.host.Outcome;
import io.indago.routes.guard.ProviderGuard;
import io.indago.routes.guard.ProviderGuards;
import io.indago.routes.guard.SpentLimit;
import io.indago.routes.provider.ProviderDirectory.Entry;
import io.indago.routes.provider.ProviderForecast.Known;
import io.indago.spi.ProviderSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Foretells what {@link ProviderCall} would do, and does nothing of it: sends nothing, takes no quota and no permit, joins
 * nobody's question, and leaves the cache as it is.
 */
public final class ProviderPreview {
    private final ProviderDirectory providers;
    private final ProviderGuards guards;
    private final AnswerCache cache;
    private final Clock clock;
    private final Precheck precheck;

    public ProviderPreview(ProviderDirectory providers, ProviderGuards guards, AnswerCache cache, Clock clock) {
        this.providers = providers;
        this.guards = guards;
        this.cache = cache;
        this.clock = clock;
        precheck = new Precheck(guards, clock);
    }

    /** What would become of that question; by its deadline, and never a failure. */
    public CompletionStage<ProviderForecast> of(ProviderQuestion question, String id) {
        Optional<? extends Entry> found = providers.find(id);
        if (found.isEmpty()) {
            return CompletableFuture.completedStage(ofRefused(ProviderReport.gone(id, clock.instant())));
        }
        Entry entry = found.get();
        Optional<KnownAnswer> before = cache.peek(AnswerKey.of(entry, question.indicator()));
        Optional<Known> known = before.map(Known::of);
        Optional<ProviderReport> report =
                precheck.known(entry, question, () -> question.fresh() ? Optional.empty() : before);
        if (report.isPresent()) {
            return CompletableFuture.completedStage(forecast(
                    entry, report.get().origin(), Optional.of(report.get().outcome()), known, Optional.empty()));
        }
        Instant deadline = question.deadline();
        return entry.firstStep(question.indicator(), deadline, question.traceId())
                .thenApply(first -> forecast(
                        entry,
                        Origin.PROVIDER,
                        first.failure().or(() -> spent(id, first, Duration.between(clock.instant(), deadline))),
                        known,
                        Optional.of(first)));
    }

    /** Of a provider the plan refuses. */
    public ProviderForecast ofRefused(ProviderReport report) {
        Optional<ProviderSpec> spec = providers.find(report.provider()).map(Entry::spec);
        return new ProviderForecast(
                report.provider(),
                report.title(),
                report.sandbox(),
                spec.map(ProviderSpec::exposure),
                Origin.NONE,
                Optional.of(report.outcome()),
                Optional.empty(),
                guards.of(report.provider()).quotas(),
                Optional.empty());
    }

    private Optional<Outcome> spent(String id, FirstStep first, Duration left) {
        ProviderGuard guard = guards.of(id);
        return first.calls().isEmpty()
                ? Optional.empty()
                : SpentLimit.within(guard, left)
                        .map(limit -> Outcome.rateLimited(String.valueOf(limit.getMessage()), limit.retryAfter()));
    }

    private ProviderForecast forecast(
            Entry entry, Origin origin, Optional<Outcome> outcome, Optional<Known> known, Optional<FirstStep> first) {
        ProviderSpec spec = entry.spec();
        return new ProviderForecast(
                spec.id(),
                spec.title(),
                entry.sandbox(),
                Optional.of(spec.exposure()),
                origin,
                outcome,
                known,
                guards.of(spec.id()).quotas(),
                first);
    }
}
