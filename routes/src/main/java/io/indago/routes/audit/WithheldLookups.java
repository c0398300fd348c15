package io.indago.routes.audit;

import io.indago.host.Status;
import io.indago.routes.accounting.AccountedRequest;
import io.indago.routes.accounting.AccountingEvent.Lookup;
import io.indago.routes.accounting.AccountingEvent.Provider;
import java.util.List;
import java.util.Map;

/**
 * Tells of lookups from which an indicator was kept back: from whom, under which TLP and PAP. One event for a lookup; the
 * indicator is in the account of the same id and not here, where it could never be erased.
 */
public final class WithheldLookups {
    private final AuditTrail trail;

    public WithheldLookups(AuditTrail trail) {
        this.trail = trail;
    }

    /** Tells, if there is something to tell, of a request that has been answered. */
    public void note(AccountedRequest request) {
        request.lookup().ifPresent(lookup -> note(request, lookup));
    }

    private void note(AccountedRequest request, Lookup lookup) {
        List<String> withheld = lookup.providers().stream()
                .filter(provider -> provider.status().equals(Status.NOT_ALLOWED.id()))
                .map(Provider::id)
                .toList();
        if (!withheld.isEmpty()) {
            trail.tell(
                    AuditActor.of(request.caller(), request.address()),
                    "lookup.withhold",
                    request.id().toString(),
                    AuditOutcome.REFUSED,
                    Map.of(
                            "type", lookup.type(),
                            "tlp", lookup.tlp(),
                            "pap", lookup.pap(),
                            "providers", String.join(",", withheld)));
        }
    }
}
