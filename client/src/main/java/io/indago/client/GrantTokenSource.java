package io.indago.client;

import io.indago.client.OAuthEndpoint.RefusalException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Gets tokens by one and the same form, and keeps each until shortly before it ends. */
final class GrantTokenSource implements TokenSource {
    private final OAuthEndpoint endpoint;
    private final Map<String, String> form;
    private final String who;
    private final Clock clock;
    private String token = "";
    private Instant end = Instant.MIN;

    /** @param who whose login it is, for when it is refused */
    GrantTokenSource(OAuthEndpoint endpoint, Map<String, String> form, String who, Clock clock) {
        this.endpoint = endpoint;
        this.form = Map.copyOf(form);
        this.who = who;
        this.clock = clock;
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
        try {
            return endpoint.ask(form, Tokens.class);
        } catch (RefusalException refusal) {
            throw new LoginException(
                    "the login of " + who + " at " + refusal.server() + " was refused: " + refusal.getMessage());
        }
    }
}
