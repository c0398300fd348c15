package io.indago.routes.provider;

import io.indago.routes.provider.ProviderDirectory.Entry;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/** Asks one provider, whoever provides that id now. Whatever happens is a report, never an exception. */
public final class ProviderCall {
    private final ProviderDirectory providers;
    private final Clock clock;

    public ProviderCall(ProviderDirectory providers, Clock clock) {
        this.providers = providers;
        this.clock = clock;
    }

    /** The provider's report, by the question's deadline. */
    public CompletionStage<ProviderReport> call(
            @Body ProviderQuestion question, @ExchangeProperty(ProviderRoutes.PROVIDER) String id) {
        Optional<? extends Entry> found = providers.find(id);
        if (found.isEmpty()) {
            return CompletableFuture.completedFuture(ProviderReport.gone(id, clock.instant()));
        }
        Entry entry = found.get();
        return entry.lookup(question.indicator(), question.deadline(), question.traceId())
                .result()
                .thenApply(result -> ProviderReport.asked(entry.spec(), entry.sandbox(), result, clock.instant()));
    }
}
