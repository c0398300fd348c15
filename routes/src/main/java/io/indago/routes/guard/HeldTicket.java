package io.indago.routes.guard;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** A call's part of each window it may fall into; put back once at most. */
final class HeldTicket implements QuotaTicket {
    private final AtomicReference<List<Holding>> touched;
    private final Return back;

    HeldTicket(List<Holding> touched, Return back) {
        this.touched = new AtomicReference<>(touched);
        this.back = back;
    }

    /** Puts back what was not used. */
    interface Return {
        void putBack(List<Holding> touched, boolean isUnused);
    }

    @Override
    public void over() {
        back.putBack(touched.getAndSet(List.of()), false);
    }

    @Override
    public void unused() {
        back.putBack(touched.getAndSet(List.of()), true);
    }
}
