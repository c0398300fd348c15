package io.indago.routes.guard;

import io.indago.routes.guard.QuotaLedger.Lease;
import io.indago.routes.guard.QuotaLedger.Time;
import io.indago.spi.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What this replica holds of a credential's quotas, in all windows at once, and leases more of. Takes no lock while it
 * asks the ledger, and never waits for it.
 */
final class QuotaHoldings {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Of windows that are no longer away than that, the next may be needed by calls that are made now. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private final List<QuotaLine> lines;
    private final QuotaLedger ledger;
    private final LongSupplier nanos;
    private final Runnable changed;
    private final HeldTickets tickets = new HeldTickets();
    private boolean away;
    private long askAgainAt;

    /**
     * @param nanos a clock that never steps, in nanoseconds
     * @param changed told when the ledger has answered, or has not
     */
    QuotaHoldings(List<Quota> quotas, String owner, QuotaLedger ledger, LongSupplier nanos, Runnable changed) {
        this.lines = quotas.stream()
                .map(quota -> new QuotaLine(quota, OwnerHash.of(owner, quota.window())))
                .toList();
        this.ledger = ledger;
        this.nanos = nanos;
        this.changed = changed;
    }

    /** A call that ends within that time; empty when it can't be made now, and then more is being leased if there may be. */
    Optional<QuotaTicket> take(Duration within) {
        Optional<QuotaTicket> ticket = spend(within);
        List<Holding> wanted = wanted(within, ticket.isPresent());
        lease(wanted);
        return ticket.isPresent() || wanted.isEmpty() ? ticket : spend(within);
    }

    private synchronized Optional<QuotaTicket> spend(Duration within) {
        return tickets.grant(touched(within), this);
    }

    /** Whether that call, granted a while ago, may be made now and end within that time. */
    boolean leaves(HeldTicket ticket, Duration within) {
        boolean leaves = counts(ticket, within);
        List<Holding> wanted = wanted(within, leaves);
        lease(wanted);
        return leaves || !wanted.isEmpty() && counts(ticket, within);
    }

    private synchronized boolean counts(HeldTicket ticket, Duration within) {
        return tickets.leaves(ticket, touched(within));
    }

    private synchronized List<Holding> wanted(Duration within, boolean soon) {
        return touched(within).stream()
                .filter(held -> soon ? held.isRunningLow() : held.isMissing())
                .filter(this::mayBeAsked)
                .toList();
    }

    /** When there may be a call, as far as it is known; now, unless windows are spent. */
    synchronized Duration freeIn() {
        Time now = ledger.time();
        Instant free = lines.stream()
                .map(line -> line.free(now))
                .max(Instant::compareTo)
                .orElse(now.latest());
        Duration wait = Duration.between(now.latest(), free);
        if (wait.compareTo(Duration.ZERO) > 0) {
            return wait;
        }
        return isCutOff(Duration.ZERO) ? Duration.ofNanos(Math.max(1, askAgainAt - nanos.getAsLong())) : Duration.ZERO;
    }

    /** Whether what is missing for a call within that time can't be leased now, because the ledger is away. */
    synchronized boolean isCutOff(Duration within) {
        return away
                && touched(within).stream().anyMatch(held -> held.isMissing() && !held.isAsking())
                && askAgainAt - nanos.getAsLong() > 0;
    }

    /** What is left of the windows that are now. */
    synchronized List<QuotaMeter.Left> left() {
        Time now = ledger.time();
        Instant freeAt = now.latest().plus(freeIn());
        return lines.stream().map(line -> line.left(now, freeAt)).toList();
    }

    /** Leases ahead who is alone, gives back what others may need who is not, and forgets what is over. */
    void tend() {
        List<Holding> wanted = new ArrayList<>();
        List<Holding> seen = new ArrayList<>();
        boolean isAlone = ledger.replicas() == 1;
        synchronized (this) {
            Time now = ledger.time();
            lines.forEach(line -> line.forgetPast(now));
            if (isAlone) {
                lines.stream()
                        .flatMap(line -> line.ahead(now, ledger.ahead()))
                        .filter(held -> held.isMissing() && mayBeAsked(held))
                        .forEach(wanted::add);
            } else {
                lines.forEach(line -> line.held().forEach(held -> share(held, now)));
                lines.stream()
                        .map(line -> line.current(now))
                        .filter(held -> held.isKnown() && mayBeAsked(held))
                        .forEach(seen::add);
            }
        }
        lease(wanted);
        seen.forEach(held ->
                ledger.look(held.window(), held.limit()).whenComplete((lease, failure) -> answered(held, lease)));
    }

    /** Gives everything back. */
    synchronized void close() {
        lines.forEach(line -> line.held().forEach(held -> giveBack(held, held.free())));
    }

    private void share(Holding held, Time now) {
        boolean isNeeded = held.window().starts().isBefore(now.latest().plus(SOON));
        long share = isNeeded ? (held.left() + ledger.replicas() - 1) / ledger.replicas() : 0;
        giveBack(held, held.free() - share);
    }

    private void giveBack(Holding held, long calls) {
        if (calls > 0) {
            held.drop(calls);
            ledger.giveBack(held.window(), calls);
        }
    }

    private List<Holding> touched(Duration within) {
        Time now = ledger.time();
        return lines.stream()
                .flatMap(line -> line.touched(now, within).stream())
                .toList();
    }

    private boolean mayBeAsked(Holding held) {
        boolean mayBe = !held.isAsking() && (!away || askAgainAt - nanos.getAsLong() <= 0);
        if (mayBe) {
            held.ask();
        }
        return mayBe;
    }

    private void lease(List<Holding> wanted) {
        wanted.forEach(held ->
                ledger.lease(held.window(), held.limit()).whenComplete((lease, failure) -> answered(held, lease)));
    }

    private void answered(Holding held, @Nullable Lease lease) {
        note(held, lease);
        changed.run();
    }

    private synchronized void note(Holding held, @Nullable Lease lease) {
        away = lease == null;
        if (lease == null) {
            held.askedInVain();
            askAgainAt = nanos.getAsLong() + PAUSE.toNanos();
        } else {
            held.add(lease);
        }
    }

    /** Windows that have not begun for anybody have not seen the call; of one that was not made none has. */
    void putBack(HeldTicket ticket, boolean isUnused) {
        boolean hasMore;
        synchronized (this) {
            Time now = ledger.time();
            hasMore = tickets.putBack(ticket, held -> isUnused || held.isYetToCome(now));
        }
        if (hasMore) {
            changed.run();
        }
    }
}
