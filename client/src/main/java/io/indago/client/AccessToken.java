package io.indago.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a token endpoint gives (RFC 6749, 5.1). */
record AccessToken(
        @JsonProperty("access_token") String value,
        @JsonProperty("expires_in") long expiresInSeconds) {
    private static final long LONGEST = 86_400;

    AccessToken {
        if (!requireNonNull(value, "access_token").matches("[!-~]+")) {
            throw new IllegalArgumentException("access_token is none that a header could carry");
        }
        expiresInSeconds = Math.min(expiresInSeconds, LONGEST);
    }

    @Override
    public String toString() {
        return "access token for " + expiresInSeconds + " s";
    }
}
