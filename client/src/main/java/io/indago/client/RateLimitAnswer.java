package io.indago.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.Instant;
import java.util.Optional;

/**
 * The rate limit a user or client has after a change.
 *
 * @param until when that is over; empty when it was taken back
 * @param json the document as it was received
 */
public record RateLimitAnswer(
        String kind,
        String name,
        String limit,
        Optional<Instant> until,

        @JacksonInject(value = ClientJson.TEXT, useInput = OptBoolean.FALSE)
        String json) {

    public RateLimitAnswer {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(limit, "limit");
        requireNonNull(json, "json");
    }

    String sentence() {
        return "the " + kind + " " + name + " has the limit " + limit
                + until.map(end -> " until " + UtcTime.second(end)).orElse("");
    }
}
