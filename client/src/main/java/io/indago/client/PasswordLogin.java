package io.indago.client;

import static java.util.Objects.requireNonNull;

/** With what {@link PasswordTokenSource} logs in: a confidential client's id and secret, a person's name and password. */
public record PasswordLogin(String clientId, String clientSecret, String username, String password) {

    public PasswordLogin {
        requireNonNull(clientId, "clientId");
        requireNonNull(clientSecret, "clientSecret");
        requireNonNull(username, "username");
        requireNonNull(password, "password");
    }

    @Override
    public String toString() {
        return username + " by " + clientId;
    }
}
