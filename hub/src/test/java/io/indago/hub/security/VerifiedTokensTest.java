package io.indago.hub.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class VerifiedTokensTest {
    private final AtomicInteger verifications = new AtomicInteger();
    private final AtomicBoolean forged = new AtomicBoolean();
    private final AtomicBoolean expired = new AtomicBoolean();
    private final AtomicLong nanos = new AtomicLong();
    private final List<Jwt> accepted = new ArrayList<>();
    private final JwtDecoder tokens = new VerifiedTokens(
            this::verify,
            jwt -> expired.get()
                    ? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"))
                    : OAuth2TokenValidatorResult.success(),
            accepted::add,
            nanos::get);

    private Jwt verify(String token) {
        verifications.incrementAndGet();
        if (forged.get()) {
            throw new BadJwtException("forged");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject(token)
                .issuedAt(Instant.EPOCH)
                .build();
    }

    @Test
    void tellsOfEachTokenThatIsAcceptedOnce() {
        tokens.decode("a");
        tokens.decode("a");
        tokens.decode("b");
        forged.set(true);
        assertThatThrownBy(() -> tokens.decode("c")).isInstanceOf(BadJwtException.class);

        assertThat(accepted).extracting(Jwt::getSubject).containsExactly("a", "b");
    }

    @Test
    void verifiesATokenOnce() {
        assertThat(tokens.decode("a").getSubject()).isEqualTo("a");
        assertThat(tokens.decode("a").getSubject()).isEqualTo("a");
        assertThat(tokens.decode("b").getSubject()).isEqualTo("b");

        assertThat(verifications).hasValue(2);
    }

    @Test
    void refusesATokenThatHasExpiredSince() {
        tokens.decode("a");
        expired.set(true);

        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(JwtValidationException.class);
    }

    @Test
    void verifiesAgainAfterAMinute() {
        tokens.decode("a");
        forged.set(true);
        nanos.set(Duration.ofSeconds(59).toNanos());
        assertThat(tokens.decode("a")).isNotNull();

        nanos.set(Duration.ofSeconds(61).toNanos());

        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void doesNotRememberARefusal() {
        forged.set(true);
        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);

        forged.set(false);

        assertThat(tokens.decode("a")).isNotNull();
    }
}
