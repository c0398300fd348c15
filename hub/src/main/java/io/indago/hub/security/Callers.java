package io.indago.hub.security;

import io.indago.routes.accounting.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads the {@link Caller} from the verified token. */
public final class Callers {
    private Callers() {}

    /** The caller of the request this thread serves; {@link Caller#ANONYMOUS} without a token. */
    public static Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!(authentication instanceof JwtAuthenticationToken token)) {
            return Caller.ANONYMOUS;
        }
        Jwt jwt = token.getToken();
        String username =
                Optional.ofNullable(jwt.getClaimAsString("preferred_username")).orElse(jwt.getSubject());
        List<String> scopes = token.getAuthorities().stream()
                .map(authority -> authority.getAuthority())
                .filter(authority -> authority.startsWith(RestAuthorization.SCOPE))
                .map(authority -> authority.substring(RestAuthorization.SCOPE.length()))
                .toList();
        return new Caller(
                jwt.getSubject(),
                username,
                Optional.ofNullable(jwt.getClaimAsString("azp")).orElse(""),
                scopes,
                Optional.ofNullable(jwt.getExpiresAt()),
                authenticated(jwt));
    }

    private static Optional<Instant> authenticated(Jwt jwt) {
        return jwt.getClaim("auth_time") instanceof Number seconds
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }
}
