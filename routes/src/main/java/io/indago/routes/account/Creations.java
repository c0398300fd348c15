package io.indago.routes.account;

import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import java.util.Optional;

/** Which users are being made by us, so that one left half made can be told from one that somebody disabled. */
public interface Creations {

    /**
     * Begins to make a user who does not exist.
     *
     * @param by who asked for it
     * @param key names the request, so that it can be repeated; empty when the caller gave none
     * @return false when somebody else is at it right now
     */
    boolean begin(String username, String by, Optional<String> key) throws StoreUnavailableException;

    /**
     * Goes on with a user whom we began to make not long ago.
     *
     * @return false when we did not, or were done, or somebody else is at it right now
     */
    boolean resume(String username, String by, Optional<String> key) throws StoreUnavailableException;

    /** Whether somebody is at it right now, or was when he ended a moment ago. */
    boolean isUnderWay(String username) throws StoreUnavailableException;

    /** The user is complete. */
    void finish(String username) throws StoreUnavailableException;

    /** The user is left as he is; who comes next may go on. */
    void pause(String username) throws StoreUnavailableException;

    /** Nobody goes on with what is not complete: nobody was made, or what becomes of him is decided elsewhere. */
    void drop(String username) throws StoreUnavailableException;

    /** Whether that very request made the user, and completed him. */
    boolean wasMadeBy(String username, String key) throws StoreUnavailableException;
}
