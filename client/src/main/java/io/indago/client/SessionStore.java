package io.indago.client;

import java.util.concurrent.atomic.AtomicReference;

/** Where a login is kept while its tokens come and go. */
interface SessionStore {

    /**
     * Changes the login as it stands, while nobody else does: a refresh token is good for one use.
     *
     * @return the login as it stands then
     */
    Session change(Change change) throws ClientException, InterruptedException;

    /** One that lasts as long as this process. */
    static SessionStore inMemory(Session first) {
        AtomicReference<Session> latest = new AtomicReference<>(first);
        return change -> {
            latest.set(change.of(latest.get()));
            return latest.get();
        };
    }

    /** What becomes of a login. */
    @FunctionalInterface
    interface Change {
        Session of(Session session) throws ClientException, InterruptedException;
    }
}
