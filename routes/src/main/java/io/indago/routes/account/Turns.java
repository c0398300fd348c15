package io.indago.routes.account;

import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.api.RefusedException;

/** Lets one replica at a time change who is enabled: two administrators must not disable each other at once. */
public interface Turns {

    /** What is done in a turn. */
    @FunctionalInterface
    interface Work {
        void run() throws DirectoryException, StoreUnavailableException, RefusedException;
    }

    /**
     * Runs the work, unless somebody else is at it.
     *
     * @return false when somebody else is
     */
    boolean take(Work work) throws DirectoryException, StoreUnavailableException, RefusedException;
}
