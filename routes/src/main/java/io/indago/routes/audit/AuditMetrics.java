package io.indago.routes.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what administrators do, and tells how the last verification of the chain ended. */
public final class AuditMetrics {
    private static final String ACTIONS = "indago.admin.actions";
    private static final int NEVER = -1;

    private final MeterRegistry meters;
    private final Counter lost;
    private final Counter deadLetters;
    private final AtomicInteger verified = new AtomicInteger(NEVER);

    public AuditMetrics(MeterRegistry meters) {
        this.meters = meters;
        lost = Counter.builder("indago.audit.lost")
                .description("Audit events that could not be recorded after what they tell of had happened")
                .register(meters);
        deadLetters = Counter.builder("indago.audit.dlq")
                .description("Audit events that can never be stored")
                .register(meters);
        Gauge.builder("indago.audit.chain.verified", verified, AtomicInteger::get)
                .description("The last verification: 1 the chain is whole, 0 it is not, -1 there was none")
                .register(meters);
    }

    void performed(String action, AuditOutcome outcome) {
        meters.counter(ACTIONS, "action", action, "outcome", outcome.id()).increment();
    }

    /** Not done, because it could not be recorded. */
    void refused(String action) {
        meters.counter(ACTIONS, "action", action, "outcome", "unrecorded").increment();
    }

    void lost() {
        lost.increment();
    }

    public void deadLetters(int count) {
        deadLetters.increment(count);
    }

    void verified(boolean whole) {
        verified.set(whole ? 1 : 0);
    }
}
