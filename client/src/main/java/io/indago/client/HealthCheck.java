package io.indago.client;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a health check of a provider or connector found. Everything in it that came from a plugin is hostile text.
 *
 * @param state {@code up}, {@code down} or {@code unknown}; later hubs may know more
 * @param reason why it is down; may be empty
 * @param reachable whether anything answered
 * @param credential {@code accepted}, {@code refused}, {@code none} or {@code unknown}
 * @param quotaLeft {@code yes}, {@code no} or {@code unknown}
 * @param json the document as it was received
 */
public record HealthCheck(
        String id,
        String state,
        String reason,
        Optional<Instant> checkedAt,
        Optional<Duration> took,
        Optional<Boolean> reachable,
        Optional<String> credential,
        Optional<String> quotaLeft,
        String json) {

    public HealthCheck(
            String id,
            String state,
            @Nullable String reason,
            Optional<Instant> checkedAt,
            Optional<Duration> took,
            Optional<Boolean> reachable,
            Optional<String> credential,
            Optional<String> quotaLeft,
            @JacksonInject(value = ClientJson.TEXT, useInput = OptBoolean.FALSE) String json) {
        this.id = requireNonNull(id, "id");
        this.state = requireNonNull(state, "state");
        this.reason = requireNonNullElse(reason, "");
        this.checkedAt = checkedAt;
        this.took = took;
        this.reachable = reachable;
        this.credential = credential;
        this.quotaLeft = quotaLeft;
        this.json = requireNonNull(json, "json");
    }

    /** Whether it is known not to work. */
    public boolean isDown() {
        return state.equals("down");
    }
}
