package io.indago.routes.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts refusals a caller brings about as often as he likes, so that a flood of them is one entry for each caller, action
 * and object a minute. A count that is under way is lost when the hub is killed, and told when it stops.
 */
public final class RefusalTally implements AutoCloseable {
    private static final int MOST_KINDS = 10_000;
    private static final AuditActor OTHERS = new AuditActor("", "(others)", "", "");

    private final AuditTrail trail;
    private final Clock clock;
    private Map<Kind, Count> counts = new HashMap<>();

    public RefusalTally(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** What is told apart; an address is not, or a caller had as many entries as addresses. */
    record Kind(String subject, String username, String client, String action, String object) {}

    private static final class Count {
        private final String address;
        private final Instant first;
        private Instant last;
        private long times;

        private Count(String address, Instant first) {
            this.address = address;
            this.first = first;
            this.last = first;
        }
    }

    /** Counts one. Quick, and never fails. */
    public void refused(AuditActor actor, String action, String object) {
        Instant now = clock.instant();
        synchronized (this) {
            Kind kind = kind(actor, action, object);
            Count count = counts.containsKey(kind) || counts.size() < MOST_KINDS
                    ? counts.computeIfAbsent(kind, any -> new Count(actor.address(), now))
                    : counts.computeIfAbsent(kind(OTHERS, action, ""), any -> new Count("", now));
            count.last = now;
            count.times++;
        }
    }

    /** Tells what was counted since the last time; called every minute. */
    public void tell() {
        Map<Kind, Count> told;
        synchronized (this) {
            told = counts;
            counts = new HashMap<>();
        }
        told.forEach((kind, count) -> trail.tell(
                new AuditActor(kind.subject(), kind.username(), kind.client(), count.address),
                kind.action(),
                kind.object(),
                AuditOutcome.REFUSED,
                Map.of(
                        "times", Long.toString(count.times),
                        "first", count.first.toString(),
                        "last", count.last.toString())));
    }

    @Override
    public void close() {
        tell();
    }

    private static Kind kind(AuditActor actor, String action, String object) {
        return new Kind(actor.subject(), actor.username(), actor.client(), action, object);
    }
}
