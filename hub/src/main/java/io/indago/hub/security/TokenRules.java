package io.indago.hub.security;

import io.indago.hub.config.IndagoProperties;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** What a signed token must say besides: in time, from our realm, for us, an access token, by a client we know. */
final class TokenRules {
    private static final Duration SKEW = Duration.ofSeconds(30);

    private TokenRules() {}

    static OAuth2TokenValidator<Jwt> of(IndagoProperties.Security settings) {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(SKEW),
                claim("exp", value -> value != null),
                new JwtIssuerValidator(settings.issuerUri()),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(settings.audience())),
                claim("typ", "Bearer"::equals),
                claim("azp", client -> settings.clients().contains(String.valueOf(client))),
                claim("sub", subject -> subject instanceof String text && !text.isBlank()));
    }

    private static OAuth2TokenValidator<Jwt> claim(String name, Predicate<Object> rule) {
        return new JwtClaimValidator<>(name, rule);
    }
}
