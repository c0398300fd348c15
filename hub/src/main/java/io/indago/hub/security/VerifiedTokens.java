package io.indago.hub.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Remembers for a minute whose signature was right: a client asks many times with one token, and verifying an RSA
 * signature costs more than anything else at the door. What the token says, its expiry first of all, is judged each time.
 * Tokens that were refused are not remembered. A key withdrawn by Keycloak is trusted that minute longer.
 */
final class VerifiedTokens implements JwtDecoder {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 2_000;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> rules;
    private final Consumer<Jwt> accepted;
    private final Cache<String, Jwt> verified;

    /**
     * @param decoder verifies a token, and judges it by the rules as well
     * @param rules judge a token already verified
     * @param accepted hears of each token that is accepted for the first time
     */
    VerifiedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> rules, Consumer<Jwt> accepted, Ticker ticker) {
        this.decoder = decoder;
        this.rules = rules;
        this.accepted = accepted;
        verified = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST)
                .executor(Runnable::run)
                .ticker(ticker)
                .build();
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = verified.getIfPresent(token);
        if (known == null) {
            Jwt fresh = decoder.decode(token);
            verified.put(token, fresh);
            accepted.accept(fresh);
            return fresh;
        }
        OAuth2TokenValidatorResult judged = rules.validate(known);
        if (judged.hasErrors()) {
            throw new JwtValidationException("The token is no longer valid", judged.getErrors());
        }
        return known;
    }
}
