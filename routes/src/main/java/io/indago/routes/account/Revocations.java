package io.indago.routes.account;

import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import java.time.Instant;

/**
 * Whose tokens are refused though they are in time. What is written here holds for every replica within two seconds, and
 * for as long as any token lives.
 */
public interface Revocations {

    /**
     * Refuses all tokens of a user, those still to be issued as well, until they are {@link #settle settled}.
     *
     * @return whether that is new; false when they were held already
     */
    boolean hold(String subject) throws StoreUnavailableException;

    /** Refuses tokens issued until then, and no others. */
    void settle(String subject, Instant issuedUntil) throws StoreUnavailableException;

    /** Takes a hold back: what it was for did not happen. */
    void release(String subject) throws StoreUnavailableException;
}
