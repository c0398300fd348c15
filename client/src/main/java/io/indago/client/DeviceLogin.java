package io.indago.client;

import io.indago.client.OAuthEndpoint.RefusalException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/** Logs a person in whose browser may be on another machine (RFC 8628), and shows the login server nothing else. */
record DeviceLogin(Transport transport, Clock clock, Pause pause) {
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    /** By how much a server that is asked too often, or can't answer, is asked less often (RFC 8628, 3.5). */
    private static final Duration SLOWER = Duration.ofSeconds(5);

    /**
     * Waits until the person has decided.
     *
     * @param prompt shows the person where to go
     */
    Tokens logIn(LoginServer server, String clientId, String scope, Consumer<DeviceCode> prompt)
            throws ClientException, InterruptedException {
        ProofKey key = ProofKey.random();
        DeviceCode code = code(server, clientId, scope, key);
        Instant end = clock.instant().plus(code.life());
        prompt.accept(code);
        Map<String, String> form = Map.of(
                "grant_type",
                GRANT,
                "client_id",
                clientId,
                "device_code",
                code.secret(),
                "code_verifier",
                key.verifier());
        return poll(new OAuthEndpoint(transport, server.tokenEndpoint()), form, code.interval(), end);
    }

    private DeviceCode code(LoginServer server, String clientId, String scope, ProofKey key)
            throws ClientException, InterruptedException {
        URI endpoint = server.deviceEndpoint()
                .orElseThrow(() -> new LoginException(server.issuer() + " has no login for devices"));
        Map<String, String> form = Map.of(
                "client_id",
                clientId,
                "scope",
                scope,
                "code_challenge",
                key.challenge(),
                "code_challenge_method",
                ProofKey.METHOD);
        try {
            return new OAuthEndpoint(transport, endpoint).ask(form, DeviceCode.class);
        } catch (RefusalException refusal) {
            throw refused(refusal);
        }
    }

    private Tokens poll(OAuthEndpoint endpoint, Map<String, String> form, Duration interval, Instant end)
            throws ClientException, InterruptedException {
        Duration wait = interval;
        while (clock.instant().plus(wait).isBefore(end)) {
            pause.of(wait);
            try {
                return endpoint.ask(form, Tokens.class);
            } catch (NoAnswerException passing) {
                wait = wait.plus(SLOWER);
            } catch (RefusalException refusal) {
                switch (refusal.error()) {
                    case "authorization_pending" -> {}
                    case "slow_down" -> wait = wait.plus(SLOWER);
                    case "access_denied" ->
                        throw new LoginException("the login at " + refusal.server() + " was declined there");
                    case "expired_token" -> throw tooLate();
                    default -> throw refused(refusal);
                }
            }
        }
        throw tooLate();
    }

    private static LoginException refused(RefusalException refusal) {
        return new LoginException("the login at " + refusal.server() + " was refused: " + refusal.getMessage());
    }

    private static LoginException tooLate() {
        return new LoginException("nobody confirmed the code in time; log in again for a new one");
    }
}
