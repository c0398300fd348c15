package io.indago.routes.accounting;

/** Where accounting events go first. One small promise: what {@link #append} returned from is recorded. */
@FunctionalInterface
public interface AccountingLog {

    /**
     * Records the event; returns fast.
     *
     * @throws AccountingUnavailableException when it can't; a lookup must then be refused, for we do not work
     *     unaccounted
     */
    void append(AccountingEvent event) throws AccountingUnavailableException;
}
