package io.indago.routes.account;

import static java.util.Objects.requireNonNull;

import io.indago.routes.api.RefusedException;
import io.indago.routes.audit.AuditActor;
import io.indago.routes.audit.RefusalTally;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;

/**
 * What is kept of logins that were refused. Anybody can bring about any number of them, under names of his choice, one of
 * which may be a password: on record is where a password was tried, never for whom, which the accounts know for as long as
 * they are kept. Where none was tried it is counted, and no more.
 */
public final class LoginRefusals {
    private static final Set<String> TRIED = Set.of(PasswordCheck.WRONG, PasswordCheck.INCOMPLETE);

    private final RefusalTally tally;
    private final MeterRegistry meters;

    public LoginRefusals(RefusalTally tally, MeterRegistry meters) {
        this.tally = requireNonNull(tally, "tally");
        this.meters = requireNonNull(meters, "meters");
    }

    void note(RefusedException refusal, AuditActor actor) {
        meters.counter("indago.login.refused", "reason", refusal.kind()).increment();
        if (TRIED.contains(refusal.kind())) {
            tally.refused(actor, "login", Source.of(actor.address()).text());
        }
    }
}
