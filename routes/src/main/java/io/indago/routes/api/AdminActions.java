package io.indago.routes.api;

import io.indago.routes.accounting.AccountedRequest;
import io.indago.routes.audit.AuditActor;
import io.indago.routes.audit.AuditTrail;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.camel.Exchange;

/** What administrators do by the API: done only when it is on record. */
public final class AdminActions {
    private final AuditTrail trail;

    public AdminActions(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * Does it, between an entry that it is about to be done and one of what came of it.
     *
     * @param details what else is worth knowing, never a secret
     * @throws io.indago.routes.journal.JournalUnavailableException when it can't be recorded; it was not done
     */
    public <T> T perform(Exchange exchange, String action, String object, Map<String, String> details, Callable<T> work)
            throws Exception {
        return perform(exchange, action, object, details, work, any -> Map.of());
    }

    /** @param outcome what is worth knowing of what came of it, for the second entry */
    public <T> T perform(
            Exchange exchange,
            String action,
            String object,
            Map<String, String> details,
            Callable<T> work,
            Function<T, Map<String, String>> outcome)
            throws Exception {
        AccountedRequest request = exchange.getProperty(AccountedRequest.PROPERTY, AccountedRequest.class);
        AuditActor actor = AuditActor.of(request.caller(), request.address());
        return trail.perform(actor, request.id().toString(), action, object, details, work, outcome);
    }
}
