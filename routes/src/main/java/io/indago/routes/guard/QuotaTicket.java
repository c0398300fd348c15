package io.indago.routes.guard;

import java.time.Duration;

/** The right to make one call. */
interface QuotaTicket {
    /** Of who needs none. */
    QuotaTicket FREE = new QuotaTicket() {
        @Override
        public boolean leaves(Duration within) {
            return true;
        }

        @Override
        public void over() {}

        @Override
        public void unused() {}
    };

    /** The call leaves now, and ends within that time: whether there is room for it in the windows that are now. */
    boolean leaves(Duration within);

    /** The call has ended: its provider will not see it any more. */
    void over();

    /** The call was not made. */
    void unused();
}
