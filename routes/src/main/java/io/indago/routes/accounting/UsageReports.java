package io.indago.routes.accounting;

import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import java.time.Instant;

/** Reads the accounts. */
@FunctionalInterface
public interface UsageReports {

    /**
     * What a user has used.
     *
     * @param subject the user's id at the identity provider
     * @param from inclusive
     * @param to exclusive
     */
    Usage usage(String subject, Instant from, Instant to) throws StoreUnavailableException;
}
