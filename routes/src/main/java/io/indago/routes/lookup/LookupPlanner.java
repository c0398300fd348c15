package io.indago.routes.lookup;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.routes.lookup.LookupPlan.PlannedProvider;
import io.indago.routes.provider.ProviderDirectory;
import io.indago.routes.provider.ProviderDirectory.Entry;
import io.indago.routes.provider.ProviderReport;
import io.indago.spi.Exposure;
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
        if (request.indicator().reserved().isPresent() && !spec.isInternal()) {
            return refused(
                    Status.NOT_ALLOWED,
                    "never sent to an external provider: "
                            + request.indicator().reserved().get());
        }
        if (request.tlp().compareTo(spec.maxTlp()) > 0) {
            return refused(
                    Status.NOT_ALLOWED,
                    "TLP:" + request.tlp().label() + " is stricter than TLP:"
                            + spec.maxTlp().label() + ", the strictest " + spec.title() + " may be asked under");
        }
        if (!request.pap().permits(spec.exposure())) {
            return refused(
                    Status.NOT_ALLOWED,
                    "PAP:" + request.pap() + " forbids it: asking " + spec.title() + " " + reveals(spec.exposure()));
        }
        return Optional.empty();
    }

    private static String reveals(Exposure exposure) {
        return switch (exposure) {
            case LOCAL -> "reveals nothing";
            case VENDOR -> "shows it the indicator";
            case TARGET -> "can be noticed by the indicator's owner";
            case PUBLIC -> "makes the indicator public";
        };
    }

    private static Optional<Outcome> refused(Status status, String reason) {
        return Optional.of(Outcome.without(status, reason));
    }
}
