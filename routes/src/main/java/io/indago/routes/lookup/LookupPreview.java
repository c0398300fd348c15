package io.indago.routes.lookup;

import io.indago.routes.provider.ProviderForecast;
import io.indago.routes.provider.ProviderPreview;
import io.indago.routes.provider.ProviderQuestion;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Foretells a lookup, the dry run: whom it would ask and what, and for each of the others why not. Nothing is sent. */
public final class LookupPreview {
    private final LookupPlanner planner;
    private final ProviderPreview providers;

    public LookupPreview(LookupPlanner planner, ProviderPreview providers) {
        this.planner = planner;
        this.providers = providers;
    }

    /** By the request's deadline, whatever plugins do. */
    public CompletionStage<LookupForecast> of(LookupRequest request) {
        LookupPlan plan = planner.plan(request);
        ProviderQuestion question = request.question();
        List<CompletableFuture<ProviderForecast>> asked = plan.askedIds().stream()
                .map(id -> providers.of(question, id).toCompletableFuture())
                .toList();
        List<ProviderForecast> refused =
                plan.refused().stream().map(providers::ofRefused).toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture<?>[]::new))
                .thenApply(all -> new LookupForecast(
                        request,
                        Stream.concat(asked.stream().map(CompletableFuture::join), refused.stream())
                                .sorted(Comparator.comparing(ProviderForecast::provider))
                                .toList(),
                        request.beginning().end()));
    }
}
