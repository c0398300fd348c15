package io.indago.local;

/** The secrets of one checkout's stack, made up at random when they are first needed. */
public record Credentials(String clientId, String clientSecret, Login analyst, Login admin, Login keycloakAdmin) {

    /** A person who can log in. */
    public record Login(String username, String password) {

        @Override
        public String toString() {
            return username;
        }
    }

    @Override
    public String toString() {
        return "credentials of " + clientId + ", " + analyst + " and " + admin;
    }
}
