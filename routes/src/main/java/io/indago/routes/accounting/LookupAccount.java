package io.indago.routes.accounting;

import io.indago.routes.accounting.AccountingEvent.Lookup;
import io.indago.routes.accounting.AccountingEvent.Provider;
import io.indago.routes.lookup.Enrichment;
import io.indago.routes.lookup.LookupPlan;
import io.indago.routes.lookup.LookupRequest;
import io.indago.routes.provider.ProviderReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/** Records lookups: who is going to be asked, then what came of it. */
public final class LookupAccount {
    private final AccountingLog log;

    public LookupAccount(AccountingLog log) {
        this.log = log;
    }

    /** Returns once the lookup is recorded; nothing has left yet. */
    public void started(@Body LookupPlan plan, @ExchangeProperty(AccountedRequest.PROPERTY) AccountedRequest request)
            throws AccountingUnavailableException {
        log.append(request.started(lookup(plan.request(), Optional.empty(), plan.askedIds(), List.of())));
    }

    /** Notes what came of it; recorded when the request has been answered. */
    public void completed(
            @Body Enrichment enrichment, @ExchangeProperty(AccountedRequest.PROPERTY) AccountedRequest request) {
        List<String> asked = enrichment.reports().stream()
                .filter(ProviderReport::asked)
                .map(ProviderReport::provider)
                .toList();
        List<Provider> providers =
                enrichment.reports().stream().map(LookupAccount::provider).toList();
        String verdict = enrichment.verdict().verdict().name().toLowerCase(Locale.ROOT);
        request.lookedUp(lookup(enrichment.request(), Optional.of(verdict), asked, providers));
    }

    private static Lookup lookup(
            LookupRequest request, Optional<String> verdict, List<String> asked, List<Provider> providers) {
        return new Lookup(
                request.indicator().type().id(),
                request.indicator().lookupValue(),
                request.tlp().label(),
                request.pap().name(),
                request.patience().toMillis(),
                verdict,
                asked,
                providers);
    }

    private static Provider provider(ProviderReport report) {
        return new Provider(
                report.provider(),
                report.asked(),
                report.origin().id(),
                report.sandbox(),
                report.outcome().status().id(),
                report.took().toMillis(),
                report.calls(),
                report.bytes(),
                null);
    }
}
