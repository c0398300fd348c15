package io.indago.hub.security;

import io.indago.hub.config.IndagoProperties;
import io.indago.hub.revocation.RevocationList;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/**
 * What a signed token must say besides: in time, from our realm, for us, an access token, by a client we know, for whoever bears
 * it, not revoked, and not longer-lived than a revocation is kept.
 */
final class TokenRules {
    private static final Duration SKEW = Duration.ofSeconds(30);

    private TokenRules() {}

    static OAuth2TokenValidator<Jwt> of(IndagoProperties all, RevocationList revocations) {
        IndagoProperties.Security settings = all.security();
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(SKEW),
                claim("exp", value -> value != null),
                new JwtIssuerValidator(settings.issuerUri()),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(settings.audience())),
                claim("typ", "Bearer"::equals),
                claim("azp", client -> settings.clients().contains(String.valueOf(client))),
                claim("sub", subject -> subject instanceof String text && !text.isBlank()),
                rule("is bound to a proof, and none is asked for", token -> !token.hasClaim("cnf")),
                rule("lives too long", token -> isShortLived(token, all.auth().longestToken())),
                rule(
                        "is revoked",
                        token -> token.getSubject() != null
                                && !revocations.refuses(token.getSubject(), token.getIssuedAt())));
    }

    private static boolean isShortLived(Jwt token, Duration longest) {
        return token.getIssuedAt() != null
                && token.getExpiresAt() != null
                && !token.getExpiresAt().isAfter(token.getIssuedAt().plus(longest));
    }

    private static OAuth2TokenValidator<Jwt> rule(String otherwise, Predicate<Jwt> rule) {
        OAuth2TokenValidatorResult refused =
                OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "The token " + otherwise, null));
        return token -> rule.test(token) ? OAuth2TokenValidatorResult.success() : refused;
    }

    private static OAuth2TokenValidator<Jwt> claim(String name, Predicate<Object> rule) {
        return new JwtClaimValidator<>(name, rule);
    }
}
