package io.indago.routes.limit;

import io.indago.routes.guard.OwnerHash;
import io.indago.routes.guard.QuotaLedger;
import io.indago.routes.guard.QuotaLedger.Lease;
import io.indago.routes.guard.QuotaWindow;
import io.indago.spi.Quota;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One user's or client's requests in a long window, which all replicas count together: each leases a little of it, and never
 * waits for that. What comes before the lease is let on and owed, so that as long as the ledger is away everybody is; known
 * to be spent, the window stays so.
 */
final class SharedCount {
    private final Quota quota;
    private final String key;
    private final QuotaLedger ledger;
    private QuotaWindow window;
    private long free;
    private long block;
    private long leasedByAll;
    private boolean asking;

    /** @param owner whose it is; who has another limit counts anew */
    SharedCount(Quota quota, String owner, QuotaLedger ledger) {
        this.quota = quota;
        this.ledger = ledger;
        key = OwnerHash.of(owner, "limit " + quota.calls() + " in " + quota.window());
        window = QuotaWindow.at(key, quota.window(), now());
    }

    Quota quota() {
        return quota;
    }

    /** Until there is room for that many; zero when there is, as far as it is known. */
    synchronized Duration freeIn(long weight) {
        turn();
        return free < weight && leasedByAll >= quota.calls() ? ends() : Duration.ZERO;
    }

    /** Counts that many. */
    void take(long weight) {
        QuotaWindow wanted;
        synchronized (this) {
            turn();
            free -= weight;
            if (asking || free > block / 2 || leasedByAll >= quota.calls()) {
                return;
            }
            asking = true;
            wanted = window;
        }
        ledger.leaseLittle(wanted, quota.calls()).whenComplete((lease, failure) -> leased(wanted, lease));
    }

    private synchronized void leased(QuotaWindow wanted, @Nullable Lease lease) {
        if (!wanted.equals(window)) {
            return;
        }
        asking = false;
        if (lease != null) {
            free += lease.calls();
            block = lease.calls();
            leasedByAll = lease.leased();
        }
    }

    /** Counts them no more. */
    synchronized void giveBack(long weight) {
        turn();
        free += weight;
    }

    /** What is left for all, as far as it is known here. */
    synchronized long left() {
        turn();
        return Math.max(0, quota.calls() - leasedByAll + free);
    }

    /** How long the window lasts. */
    synchronized Duration ends() {
        return Duration.between(now(), window.ends());
    }

    /** Counts no more here: what is left is for the others. */
    void close() {
        long unspent;
        QuotaWindow last;
        synchronized (this) {
            unspent = free;
            last = window;
            free = 0;
        }
        if (unspent > 0) {
            ledger.giveBack(last, unspent);
        }
    }

    private void turn() {
        Instant now = now();
        if (now.isBefore(window.starts()) || !now.isBefore(window.ends())) {
            window = QuotaWindow.at(key, quota.window(), now);
            free = 0;
            block = 0;
            leasedByAll = 0;
            asking = false;
        }
    }

    private Instant now() {
        return ledger.time().latest();
    }
}
