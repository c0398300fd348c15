package io.indago.routes.lookup;

/** The exchange properties of a lookup. */
final class LookupExchange {
    /** The {@link LookupPlan}. */
    static final String PLAN = "indago.lookup.plan";
    /** The endpoints of the providers to ask, a list of texts. */
    static final String RECIPIENTS = "indago.lookup.recipients";

    private LookupExchange() {}
}
