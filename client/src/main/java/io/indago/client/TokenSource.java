package io.indago.client;

/** Where the client gets its bearer token. Asked before every request, so it should keep what it has. */
@FunctionalInterface
public interface TokenSource {

    /**
     * A token that is good for the next request.
     *
     * @throws LoginException when there is none for this caller
     * @throws NoAnswerException when the login server can't be reached
     */
    String token() throws ClientException, InterruptedException;

    /** Hears that the hub refused a token. Whoever can get another one forgets this one. */
    default void refused(String token) {}
}
