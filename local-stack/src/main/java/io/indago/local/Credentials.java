package io.indago.local;

/**
 * The secrets of one checkout's stack, made up at random when they are first needed.
 *
 * @param login the client behind the password endpoint
 * @param hubAdmin the hub's own client, which manages users
 * @param portal the client of people in a browser
 * @param soar the pattern of clients for programs
 */
public record Credentials(
        Client login,
        Client hubAdmin,
        Client portal,
        Client soar,
        Login analyst,
        Login admin,
        Login auditor,
        Login keycloakAdmin) {

    /** A person who can log in. */
    public record Login(String username, String password) {

        @Override
        public String toString() {
            return username;
        }
    }

    /** An OAuth client with a secret. */
    public record Client(String id, String secret) {

        @Override
        public String toString() {
            return id;
        }
    }

    public String clientId() {
        return login.id();
    }

    public String clientSecret() {
        return login.secret();
    }

    @Override
    public String toString() {
        return "credentials of " + login + ", " + hubAdmin + ", " + analyst + " and " + admin;
    }
}
