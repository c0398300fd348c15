package io.indago.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Optional;

/**
 * What a person needs to let this device in, and what the device asks with meanwhile (RFC 8628, 3.2).
 *
 * @param page where the person types the code
 * @param completePage where the code is typed in already
 */
record DeviceCode(
        @JsonProperty("device_code") String secret,
        @JsonProperty("user_code") String userCode,
        @JsonProperty("verification_uri") String page,
        @JsonProperty("verification_uri_complete") Optional<String> completePage,
        @JsonProperty("expires_in") long expiresInSeconds,
        @JsonProperty("interval") Optional<Long> intervalSeconds) {
    private static final long USUAL_INTERVAL = 5;
    private static final long LONGEST_INTERVAL = 60;
    private static final long LONGEST_LIFE = 86_400;

    DeviceCode {
        requireNonNull(secret, "device_code");
        requireNonNull(userCode, "user_code");
        requireNonNull(page, "verification_uri");
    }

    Duration interval() {
        return Duration.ofSeconds(Math.max(1, Math.min(intervalSeconds.orElse(USUAL_INTERVAL), LONGEST_INTERVAL)));
    }

    Duration life() {
        return Duration.ofSeconds(Math.max(0, Math.min(expiresInSeconds, LONGEST_LIFE)));
    }

    @Override
    public String toString() {
        return "device code for " + life();
    }
}
