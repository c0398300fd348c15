package io.indago.routes.audit;

import static java.util.stream.Collectors.joining;

import io.indago.host.Status;
import io.indago.routes.accounting.AccountedRequest;
import io.indago.routes.accounting.AccountingEvent.Lookup;
import io.indago.routes.accounting.AccountingEvent.Provider;

/**
 * Counts lookups from which an indicator was kept back: from whom, under which TLP and PAP. Counted, because the usual PAP
 * keeps something from somebody in nearly every lookup; which indicator it was is in the account of each and not here, where
 * it could never be erased.
 */
public final class WithheldLookups {
    private final RefusalTally tally;

    public WithheldLookups(RefusalTally tally) {
        this.tally = tally;
    }

    /** Counts a request, if something was kept from somebody in it. */
    public void note(AccountedRequest request) {
        request.lookup().ifPresent(lookup -> note(request, lookup));
    }

    private void note(AccountedRequest request, Lookup lookup) {
        String withheld = lookup.providers().stream()
                .filter(provider -> provider.status().equals(Status.NOT_ALLOWED.id()))
                .map(Provider::id)
                .sorted()
                .collect(joining(","));
        if (!withheld.isEmpty()) {
            tally.refused(
                    AuditActor.of(request.caller(), request.address()),
                    "lookup.withhold",
                    "TLP:" + lookup.tlp() + " PAP:" + lookup.pap() + " " + lookup.type() + " " + withheld);
        }
    }
}
