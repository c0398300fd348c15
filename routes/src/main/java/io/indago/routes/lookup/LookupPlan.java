package io.indago.routes.lookup;

import io.indago.routes.provider.ProviderReport;
import io.indago.spi.ProviderSpec;
import java.util.List;

/**
 * Who is asked, and for each of the others why not.
 *
 * @param asked the providers to ask, sorted by id
 * @param refused the reports of the others, sorted by id; they are never sent a byte
 */
public record LookupPlan(LookupRequest request, List<PlannedProvider> asked, List<ProviderReport> refused) {

    public LookupPlan {
        asked = List.copyOf(asked);
        refused = List.copyOf(refused);
    }

    /** The ids of the providers to ask. */
    public List<String> askedIds() {
        return asked.stream().map(provider -> provider.spec().id()).toList();
    }

    /**
     * A provider to ask.
     *
     * @param sandbox whether its answer comes from the sandbox
     */
    public record PlannedProvider(ProviderSpec spec, boolean sandbox) {}
}
