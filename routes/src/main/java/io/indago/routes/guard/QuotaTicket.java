package io.indago.routes.guard;

/** The right to make one call. */
interface QuotaTicket {
    /** Of who needs none. */
    QuotaTicket FREE = new QuotaTicket() {
        @Override
        public void over() {}

        @Override
        public void unused() {}
    };

    /** The call has ended: its provider will not see it any more. */
    void over();

    /** The call was not made. */
    void unused();
}
