package io.indago.client;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/** With what {@link ClientTokenSource} logs in: a confidential client's id and secret. */
public record ClientLogin(String clientId, String clientSecret) {
    static final String ID = "INDAGO_CLIENT_ID";
    static final String SECRET = "INDAGO_CLIENT_SECRET";

    public ClientLogin {
        requireNonNull(clientId, "clientId");
        requireNonNull(clientSecret, "clientSecret");
    }

    /** As the environment says; nothing unless it says both. */
    static Optional<ClientLogin> of(Map<String, String> environment) {
        String id = environment.getOrDefault(ID, "");
        String secret = environment.getOrDefault(SECRET, "");
        return id.isBlank() || secret.isBlank() ? Optional.empty() : Optional.of(new ClientLogin(id, secret));
    }

    @Override
    public String toString() {
        return clientId;
    }
}
