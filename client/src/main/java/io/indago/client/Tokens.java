package io.indago.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a token endpoint gives (RFC 6749, 5.1).
 *
 * @param scope what the tokens are good for; empty when that is all that was asked for
 */
record Tokens(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("expires_in") long expiresInSeconds,
        @JsonProperty("refresh_token") Optional<String> refreshToken,
        Optional<String> scope) {
    private static final long LONGEST = 86_400;
    /** So that a token does not end on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    Tokens {
        if (!requireNonNull(accessToken, "access_token").matches("[!-~]+")) {
            throw new IllegalArgumentException("access_token is none that a header could carry");
        }
        expiresInSeconds = Math.min(expiresInSeconds, LONGEST);
    }

    /** Until when the access token should be used. */
    Instant end(Instant now) {
        return now.plusSeconds(expiresInSeconds).minus(MARGIN);
    }

    @Override
    public String toString() {
        return "tokens for " + expiresInSeconds + " s";
    }
}
