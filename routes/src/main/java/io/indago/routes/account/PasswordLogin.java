package io.indago.routes.account;

/** Asks the identity provider whether a password is right. */
@FunctionalInterface
public interface PasswordLogin {

    /**
     * Logs somebody in.
     *
     * @param scope the scopes wanted, separated by spaces
     * @throws DirectoryException when that can't be found out now
     */
    Answer logIn(String username, Password password, String scope) throws DirectoryException;

    /** What came of it. */
    sealed interface Answer {}

    /**
     * A token.
     *
     * @param expiresIn seconds
     * @param scope what was granted of what was wanted
     * @param subject whose it is
     * @param client to whom it was issued
     */
    record Granted(String token, long expiresIn, String scope, String subject, String username, String client)
            implements Answer {
        @Override
        public String toString() {
            return "a token of " + username;
        }
    }

    /** The name or the password is wrong, or the user may not log in now: nobody is told which. */
    record Refused() implements Answer {}

    /** The password is right, and the user has something to do first that takes a browser. */
    record Incomplete() implements Answer {}
}
