package io.indago.routes.provider;

import io.indago.host.LookupResult;
import io.indago.host.LookupRun;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.routes.guard.ProviderGuard;
import io.indago.routes.guard.ProviderGuards;
import io.indago.routes.provider.ProviderDirectory.Entry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/**
 * Asks one provider, whoever provides that id now: whether it may see the indicator, the cache, who asks the same
 * already, here or on another replica, then, unless its guard holds it back, the provider. Whatever happens is a report, never an exception.
 */
public final class ProviderCall {
    private final ProviderDirectory providers;
    private final ProviderGuards guards;
    private final AnswerCache cache;
    private final SingleFlight flights;
    private final OtherReplicas others;
    private final Precheck precheck;
    private final Clock clock;

    /**
     * @param timer watches the deadlines of those who share an answer
     */
    public ProviderCall(
            ProviderDirectory providers,
            ProviderGuards guards,
            AnswerCache cache,
            ScheduledExecutorService timer,
            Clock clock) {
        this(providers, guards, cache, SharedFlights.NONE, timer, clock);
    }

    /**
     * @param others what other replicas ask
     * @param timer watches the deadlines of those who share an answer
     */
    public ProviderCall(
            ProviderDirectory providers,
            ProviderGuards guards,
            AnswerCache cache,
            SharedFlights others,
            ScheduledExecutorService timer,
            Clock clock) {
        this.providers = providers;
        this.guards = guards;
        this.cache = cache;
        this.clock = clock;
        this.others = new OtherReplicas(others, timer, clock);
        flights = new SingleFlight(timer, clock);
        precheck = new Precheck(guards, clock);
    }

    /** The provider's report, by the question's deadline. */
    public CompletionStage<ProviderReport> call(
            @Body ProviderQuestion question, @ExchangeProperty(ProviderRoutes.PROVIDER) String id) {
        Optional<? extends Entry> found = providers.find(id);
        if (found.isEmpty()) {
            return CompletableFuture.completedFuture(ProviderReport.gone(id, clock.instant()));
        }
        Entry entry = found.get();
        AnswerKey key = AnswerKey.of(entry, question.indicator());
        return precheck.known(entry, question, () -> question.fresh() ? Optional.empty() : cache.find(key))
                .<CompletionStage<ProviderReport>>map(CompletableFuture::completedFuture)
                .orElseGet(() -> asked(entry, question, key));
    }

    private CompletionStage<ProviderReport> asked(Entry entry, ProviderQuestion question, AnswerKey key) {
        ProviderGuard guard = guards.of(entry.spec().id());
        Instant deadline = question.deadline();
        Duration given = Duration.between(clock.instant(), deadline);
        return flights.join(
                        key,
                        deadline,
                        () -> others.run(
                                entry,
                                guard,
                                question,
                                key,
                                until -> guard.permits()
                                        ? entry.lookup(
                                                question.indicator(), until, question.traceId(), question.caller())
                                        : LookupRun.ended(notPermitted())),
                        (result, elsewhere) -> {
                            if (result.outcome().status() != Status.SKIPPED) {
                                if (!elsewhere) {
                                    guard.tell(result, given);
                                }
                                cache.keep(key, result, entry.spec(), clock.instant());
                            }
                        })
                .thenApply(landing -> landing.result().outcome().status() == Status.SKIPPED
                        ? precheck.refused(entry, landing.result().outcome())
                        : ProviderReport.asked(
                                entry.spec(), entry.sandbox(), landing.shared(), landing.result(), clock.instant()));
    }

    private static LookupResult notPermitted() {
        return new LookupResult(
                Outcome.without(Status.SKIPPED, "held back: it is being tried again after many failures"),
                0,
                0,
                Duration.ZERO);
    }
}
