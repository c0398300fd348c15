package io.indago.client;

import io.indago.client.OAuthEndpoint.RefusalException;
import java.time.Clock;
import java.util.Map;

/** The tokens of a login; when one ends, the login's refresh token gives the next. */
final class SessionTokenSource implements TokenSource {
    private final Transport transport;
    private final SessionStore store;
    private final Clock clock;
    private Session session;
    private String refused = "";

    SessionTokenSource(Transport transport, SessionStore store, Session session, Clock clock) {
        this.transport = transport;
        this.store = store;
        this.session = session;
        this.clock = clock;
    }

    @Override
    public synchronized String token() throws ClientException, InterruptedException {
        if (!isGood(session)) {
            session = store.change(latest -> isGood(latest) ? latest : renew(latest));
        }
        return session.accessToken();
    }

    @Override
    public synchronized void refused(String token) {
        refused = token;
    }

    private boolean isGood(Session candidate) {
        return !candidate.accessToken().equals(refused) && clock.instant().isBefore(candidate.accessTokenEnd());
    }

    private Session renew(Session old) throws ClientException, InterruptedException {
        String refreshToken = old.refreshToken().orElseThrow(() -> over(old, "it can't be prolonged"));
        LoginServer server = LoginServer.discover(transport, old.issuer());
        Map<String, String> form =
                Map.of("grant_type", "refresh_token", "client_id", old.clientId(), "refresh_token", refreshToken);
        try {
            Tokens tokens = new OAuthEndpoint(transport, server.tokenEndpoint()).ask(form, Tokens.class);
            return old.renewed(tokens, clock.instant());
        } catch (RefusalException refusal) {
            throw over(old, refusal.getMessage());
        }
    }

    private static LoginException over(Session session, String reason) {
        return new LoginException(
                "the login at " + session.hub() + " is over: " + reason + "; './indago login' starts a new one");
    }
}
