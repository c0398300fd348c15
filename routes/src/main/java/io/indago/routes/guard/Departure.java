package io.indago.routes.guard;

import io.indago.host.CallLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** A call on its way out: it was granted a while ago, as it may have waited for a connection, and is to leave now. */
final class Departure implements CallLimits {
    private final CallLimits limits;
    private final ProviderGuard guard;
    private final QuotaTicket ticket;
    private final Clock clock;
    private volatile boolean heldUp;
    private volatile boolean left;

    Departure(CallLimits limits, ProviderGuard guard, QuotaTicket ticket, Clock clock) {
        this.limits = limits;
        this.guard = guard;
        this.ticket = ticket;
        this.clock = clock;
    }

    @Override
    public boolean mayLeave() {
        heldUp = !guard.coolDown().left().isZero() || !ticket.leaves(Duration.between(clock.instant(), deadline()));
        left = !heldUp && limits.mayLeave();
        return left;
    }

    /** Whether it was not sent because it came too late for what it was granted. */
    boolean isHeldUp() {
        return heldUp;
    }

    /** Whether it may have been sent. */
    boolean hasLeft() {
        return left;
    }

    @Override
    public Instant deadline() {
        return limits.deadline();
    }

    @Override
    public long maxBytes() {
        return limits.maxBytes();
    }

    @Override
    public String caller() {
        return limits.caller();
    }

    @Override
    public void attempt() {
        limits.attempt();
    }

    @Override
    public CompletionStage<?> over() {
        return limits.over();
    }
}
