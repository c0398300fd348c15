package io.indago.client;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Logs a person in by name and password (RFC 6749, 4.3) and keeps the token until shortly before it ends. For the demo
 * stack, where both are made up; elsewhere people should give their password to nobody but the login page.
 */
public final class PasswordTokenSource implements TokenSource {
    private static final String SCOPE = "tasks users";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** So that a token does not end on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final Transport transport;
    private final URI endpoint;
    private final PasswordLogin login;
    private final Clock clock;
    private String token = "";
    private Instant end = Instant.MIN;

    /** @throws IllegalArgumentException when the endpoint is no address of a server */
    public PasswordTokenSource(HttpClient http, URI endpoint, PasswordLogin login, Clock clock) {
        this.transport = new Transport(requireNonNull(http, "http"));
        this.endpoint = Transport.requireHttp(endpoint);
        this.login = requireNonNull(login, "login");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public synchronized String token() throws ClientException, InterruptedException {
        Instant now = clock.instant();
        if (!now.isBefore(end)) {
            AccessToken fresh = logIn();
            token = fresh.value();
            end = now.plusSeconds(fresh.expiresInSeconds()).minus(MARGIN);
        }
        return token;
    }

    private AccessToken logIn() throws ClientException, InterruptedException {
        Map<String, String> form = Map.of(
                "grant_type", "password",
                "client_id", login.clientId(),
                "client_secret", login.clientSecret(),
                "username", login.username(),
                "password", login.password(),
                "scope", SCOPE);
        Answer answer = transport.send(
                HttpRequest.newBuilder(endpoint)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json")
                        .header("User-Agent", ClientVersion.USER_AGENT)
                        .POST(BodyPublishers.ofString(UrlEncoded.of(form)))
                        .build(),
                PATIENCE);
        return switch (answer.status()) {
            case 200 -> ClientJson.read(answer, AccessToken.class);
            case 400, 401, 403 ->
                throw new LoginException("the login of " + login.username() + " at " + answer.server()
                        + " was refused: "
                        + ClientJson.read(answer, TokenRefusal.class).sentence());
            default ->
                throw new NoAnswerException(
                        "the login server " + answer.server() + " answered HTTP " + answer.status());
        };
    }
}
