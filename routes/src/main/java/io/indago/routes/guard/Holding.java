package io.indago.routes.guard;

import io.indago.routes.guard.QuotaLedger.Lease;
import io.indago.routes.guard.QuotaLedger.Time;
import java.time.Duration;

/** What this replica holds of one window, and what it knows of the rest. Guarded by whoever has it. */
final class Holding {
    private final QuotaWindow window;
    private final long limit;
    private final Duration skew;
    private long free;
    private long block;
    private long leasedByAll;
    private boolean known;
    private boolean asking;

    Holding(QuotaWindow window, long limit, Duration skew) {
        this.window = window;
        this.limit = limit;
        this.skew = skew;
    }

    QuotaWindow window() {
        return window;
    }

    long limit() {
        return limit;
    }

    long free() {
        return free;
    }

    /** Left for all together, as far as it is known. */
    long left() {
        return Math.max(0, limit - leasedByAll) + free;
    }

    boolean isKnown() {
        return known;
    }

    boolean isAsking() {
        return asking;
    }

    boolean isSpent() {
        return free == 0 && known && leasedByAll >= limit;
    }

    /** Whether there is none, and there may be more. */
    boolean isMissing() {
        return free == 0 && !isSpent();
    }

    /** Whether no call that is over now can have reached its provider in this window. */
    boolean isYetToCome(Time now) {
        return window.starts().minus(skew).isAfter(now.latest());
    }

    /** Whether another lease should be there before this one is spent. */
    boolean isRunningLow() {
        return free <= block / 2 && leasedByAll < limit;
    }

    void take() {
        free--;
    }

    void putBack() {
        free++;
    }

    /** Forgets that many. */
    void drop(long calls) {
        free -= calls;
        leasedByAll -= calls;
    }

    void ask() {
        asking = true;
    }

    void askedInVain() {
        asking = false;
    }

    void add(Lease lease) {
        asking = false;
        known = true;
        free += lease.calls();
        leasedByAll = lease.leased();
        block = lease.calls() > 0 ? lease.calls() : block;
    }
}
