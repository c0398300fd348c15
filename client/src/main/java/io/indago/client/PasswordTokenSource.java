package io.indago.client;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Map;

/**
 * Logs a person in by name and password (RFC 6749, 4.3) and keeps the token until shortly before it ends. For the demo
 * stack, where both are made up; elsewhere people should give their password to nobody but the login page.
 */
public final class PasswordTokenSource implements TokenSource {
    private final TokenSource tokens;

    /**
     * For the scopes of an analyst.
     *
     * @throws IllegalArgumentException when the endpoint is no address of a server
     */
    public PasswordTokenSource(HttpClient http, URI endpoint, PasswordLogin login, Clock clock) {
        this(http, endpoint, login, Role.ANALYST.scope(), clock);
    }

    /**
     * For these scopes.
     *
     * @param scope separated by spaces
     * @throws IllegalArgumentException when the endpoint is no address of a server
     */
    public PasswordTokenSource(HttpClient http, URI endpoint, PasswordLogin login, String scope, Clock clock) {
        requireNonNull(login, "login");
        tokens = new GrantTokenSource(
                new OAuthEndpoint(new Transport(requireNonNull(http, "http")), Transport.requireHttp(endpoint)),
                Map.of(
                        "grant_type", "password",
                        "client_id", login.clientId(),
                        "client_secret", login.clientSecret(),
                        "username", login.username(),
                        "password", login.password(),
                        "scope", requireNonNull(scope, "scope")),
                login.username(),
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
