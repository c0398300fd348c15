package io.indago.client;

import static java.util.Objects.requireNonNull;

import io.indago.client.OAuthEndpoint.RefusalException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * Logs a person in by name and password (RFC 6749, 4.3) and keeps the token until shortly before it ends. For the demo
 * stack, where both are made up; elsewhere people should give their password to nobody but the login page.
 */
public final class PasswordTokenSource implements TokenSource {
    private final OAuthEndpoint endpoint;
    private final PasswordLogin login;
    private final String scope;
    private final Clock clock;
    private String token = "";
    private Instant end = Instant.MIN;

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
        this.endpoint = new OAuthEndpoint(new Transport(requireNonNull(http, "http")), Transport.requireHttp(endpoint));
        this.login = requireNonNull(login, "login");
        this.scope = requireNonNull(scope, "scope");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public synchronized String token() throws ClientException, InterruptedException {
        Instant now = clock.instant();
        if (!now.isBefore(end)) {
            Tokens fresh = logIn();
            token = fresh.accessToken();
            end = fresh.end(now);
        }
        return token;
    }

    @Override
    public synchronized void refused(String refused) {
        if (refused.equals(token)) {
            end = Instant.MIN;
        }
    }

    private Tokens logIn() throws ClientException, InterruptedException {
        Map<String, String> form = Map.of(
                "grant_type", "password",
                "client_id", login.clientId(),
                "client_secret", login.clientSecret(),
                "username", login.username(),
                "password", login.password(),
                "scope", scope);
        try {
            return endpoint.ask(form, Tokens.class);
        } catch (RefusalException refusal) {
            throw new LoginException("the login of " + login.username() + " at " + refusal.server() + " was refused: "
                    + refusal.getMessage());
        }
    }
}
