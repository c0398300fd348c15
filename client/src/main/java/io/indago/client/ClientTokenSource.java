package io.indago.client;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Map;

/** Logs a program in as itself, by client credentials (RFC 6749, 4.4), for lookups; keeps the token until shortly before it ends. */
public final class ClientTokenSource implements TokenSource {
    private static final String SCOPE = "tasks";

    private final TokenSource tokens;

    /** @throws IllegalArgumentException when the endpoint is no address of a server */
    public ClientTokenSource(HttpClient http, URI endpoint, ClientLogin login, Clock clock) {
        requireNonNull(login, "login");
        tokens = new GrantTokenSource(
                new OAuthEndpoint(new Transport(requireNonNull(http, "http")), Transport.requireHttp(endpoint)),
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        login.clientId(),
                        "client_secret",
                        login.clientSecret(),
                        "scope",
                        SCOPE),
                login.toString(),
                requireNonNull(clock, "clock"));
    }

    @Override
    public String token() throws ClientException, InterruptedException {
        return tokens.token();
    }

    @Override
    public void refused(String token) {
        tokens.refused(token);
    }
}
