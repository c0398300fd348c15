package io.indago.routes.guard;

import java.time.Duration;
import java.util.List;

/** A call's part of each window it may fall into. */
final class HeldTicket implements QuotaTicket {
    private final QuotaHoldings holdings;
    private List<Holding> parts;

    HeldTicket(List<Holding> parts, QuotaHoldings holdings) {
        this.parts = parts;
        this.holdings = holdings;
    }

    /** Guarded by the holdings, as all of it. */
    List<Holding> parts() {
        return parts;
    }

    void has(List<Holding> others) {
        parts = others;
    }

    @Override
    public boolean leaves(Duration within) {
        return holdings.leaves(this, within);
    }

    @Override
    public void over() {
        holdings.putBack(this, false);
    }

    @Override
    public void unused() {
        holdings.putBack(this, true);
    }
}
