package io.indago.routes.lookup;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.routes.lookup.LookupPlan.PlannedProvider;
import io.indago.routes.provider.ProviderDirectory;
import io.indago.routes.provider.ProviderDirectory.Entry;
import io.indago.routes.provider.ProviderReport;
import io.indago.spi.ProviderSpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides which providers a lookup asks, before any byte leaves. The reasons are sentences for the caller. */
public final class LookupPlanner {
    private final ProviderDirectory providers;
    private final Clock clock;

    public LookupPlanner(ProviderDirectory providers, Clock clock) {
        this.providers = providers;
        this.clock = clock;
    }

    public LookupPlan plan(LookupRequest request) {
        List<PlannedProvider> asked = new ArrayList<>();
        List<ProviderReport> refused = new ArrayList<>();
        for (Entry entry : providers.entries()) {
            ProviderSpec spec = entry.spec();
            refusal(request, entry)
                    .ifPresentOrElse(
                            why -> refused.add(ProviderReport.refused(spec, entry.sandbox(), why, clock.instant())),
                            () -> asked.add(new PlannedProvider(spec, entry.sandbox())));
        }
        return new LookupPlan(request, asked, refused);
    }

    private static Optional<Outcome> refusal(LookupRequest request, Entry entry) {
        ProviderSpec spec = entry.spec();
        if (!entry.types().contains(request.indicator().type())) {
            return refused(
                    Status.UNSUPPORTED,
                    spec.title() + " does not take "
                            + request.indicator().type().id());
        }
        if (entry.unavailable().isPresent()) {
            return refused(Status.SKIPPED, entry.unavailable().get());
        }
        return request.disclosure().refusal(spec);
    }

    private static Optional<Outcome> refused(Status status, String reason) {
        return Optional.of(Outcome.without(status, reason));
    }
}
