package io.indago.routes.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts refusals a caller brings about as often as he likes, so that a flood of them is one entry for each caller, action
 * and object a minute. Each action has room of its own, and strangers have little of it: no flood takes the name from the
 * refusals of others. A count that is under way is lost when the hub is killed, and told when it stops.
 */
public final class RefusalTally implements AutoCloseable {
    private static final int MOST_KINDS = 10_000;
    /** Of those nobody knows, who may come from as many addresses as they like. */
    private static final int MOST_OF_STRANGERS = 100;

    private static final AuditActor OTHERS = new AuditActor("", "(others)", "", "");

    private final AuditTrail trail;
    private final Clock clock;
    private Map<Budget, Map<Kind, Count>> counts = new HashMap<>();

    public RefusalTally(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** What is told apart; an address is not, or a caller had as many entries as addresses. */
    record Kind(String subject, String username, String client, String action, String object) {}

    /** What has room together. */
    private record Budget(String action, boolean strangers) {
        int most() {
            return strangers ? MOST_OF_STRANGERS : MOST_KINDS;
        }
    }

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
        Budget budget = new Budget(action, actor.subject().isEmpty());
        synchronized (this) {
            Map<Kind, Count> kinds = counts.computeIfAbsent(budget, any -> new HashMap<>());
            Kind kind = kind(actor, action, object);
            Count count = kinds.containsKey(kind) || kinds.size() < budget.most()
                    ? kinds.computeIfAbsent(kind, any -> new Count(actor.address(), now))
                    : kinds.computeIfAbsent(kind(OTHERS, action, ""), any -> new Count("", now));
            count.last = now;
            count.times++;
        }
    }

    /** Tells what was counted since the last time; called every minute. */
    public void tell() {
        Map<Budget, Map<Kind, Count>> told;
        synchronized (this) {
            told = counts;
            counts = new HashMap<>();
        }
        told.values().forEach(kinds -> kinds.forEach(this::tell));
    }

    private void tell(Kind kind, Count count) {
        trail.tell(
                new AuditActor(kind.subject(), kind.username(), kind.client(), count.address),
                kind.action(),
                kind.object(),
                AuditOutcome.REFUSED,
                Map.of(
                        "times", Long.toString(count.times),
                        "first", count.first.toString(),
                        "last", count.last.toString()));
    }

    @Override
    public void close() {
        tell();
    }

    private static Kind kind(AuditActor actor, String action, String object) {
        return new Kind(actor.subject(), actor.username(), actor.client(), action, object);
    }
}
