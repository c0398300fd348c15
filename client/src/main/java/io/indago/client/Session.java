package io.indago.client;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A person's login at one hub.
 *
 * @param scope what it is good for
 * @param accessTokenEnd until when the access token should be used
 */
record Session(
        URI hub,
        URI issuer,
        String clientId,
        String scope,
        String accessToken,
        Instant accessTokenEnd,
        Optional<String> refreshToken) {

    Session {
        requireNonNull(hub, "hub");
        requireNonNull(issuer, "issuer");
        requireNonNull(clientId, "clientId");
        requireNonNull(scope, "scope");
        requireNonNull(accessToken, "accessToken");
        requireNonNull(accessTokenEnd, "accessTokenEnd");
    }

    static Session of(LoginTarget target, String askedScope, Tokens tokens, Instant now) {
        return new Session(
                target.hub(),
                target.issuer(),
                target.clientId(),
                tokens.scope().orElse(askedScope),
                tokens.accessToken(),
                tokens.end(now),
                tokens.refreshToken());
    }

    /** The same login with new tokens; a server that does not rotate refresh tokens keeps the old one. */
    Session renewed(Tokens tokens, Instant now) {
        return new Session(
                hub,
                issuer,
                clientId,
                tokens.scope().orElse(scope),
                tokens.accessToken(),
                tokens.end(now),
                tokens.refreshToken().or(() -> refreshToken));
    }

    LoginTarget target() {
        return new LoginTarget(hub, issuer, clientId);
    }

    @Override
    public String toString() {
        return "session at " + hub;
    }
}
