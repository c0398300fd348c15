package io.indago.routes.guard;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Counts for this process alone, and forgets when it ends. */
public final class LocalLedger implements QuotaLedger {
    private final Clock clock;
    private final Map<QuotaWindow, Long> leased = new HashMap<>();

    public LocalLedger(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Time time() {
        return Time.of(clock.instant());
    }

    @Override
    public synchronized CompletionStage<Lease> lease(QuotaWindow window, long limit) {
        leased.keySet().removeIf(past -> past.ends().plus(past.length()).isBefore(clock.instant()));
        long before = leased.getOrDefault(window, 0L);
        long calls = Math.max(0, limit - before);
        leased.put(window, before + calls);
        return CompletableFuture.completedStage(new Lease(calls, before + calls));
    }

    @Override
    public synchronized CompletionStage<Lease> look(QuotaWindow window, long limit) {
        return CompletableFuture.completedStage(new Lease(0, leased.getOrDefault(window, 0L)));
    }

    @Override
    public synchronized void giveBack(QuotaWindow window, long calls) {
        leased.computeIfPresent(window, (any, all) -> all - calls);
    }

    @Override
    public int replicas() {
        return 1;
    }

    @Override
    public Duration ahead() {
        return Duration.ZERO;
    }
}
