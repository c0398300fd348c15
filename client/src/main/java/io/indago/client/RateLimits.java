package io.indago.client;

import static io.indago.client.ClientJson.orEmpty;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.Instant;
import java.util.List;

/**
 * Which rate limits a hub has.
 *
 * @param user every user's, {@code 600/1m, 50000/1d}, or {@code none}
 * @param client every client's
 * @param settings who has one of his own by the hub's settings
 * @param overrides who has one of his own for now
 * @param json the document as it was received
 */
public record RateLimits(
        String user,
        String client,
        List<Particular> settings,
        List<Override> overrides,

        @JacksonInject(value = ClientJson.TEXT, useInput = OptBoolean.FALSE)
        String json) {

    public RateLimits {
        requireNonNull(user, "user");
        requireNonNull(client, "client");
        settings = orEmpty(settings);
        overrides = orEmpty(overrides);
        requireNonNull(json, "json");
    }

    /** A limit of one user or client; {@code kind} is {@code user} or {@code client}. */
    public record Particular(String kind, String name, String limit) {
        public Particular {
            requireNonNull(kind, "kind");
            requireNonNull(name, "name");
            requireNonNull(limit, "limit");
        }
    }

    /** A limit of one user or client that an administrator set, until it is over. */
    public record Override(String kind, String name, String limit, Instant until, String by, String reason) {
        public Override {
            requireNonNull(kind, "kind");
            requireNonNull(name, "name");
            requireNonNull(limit, "limit");
            requireNonNull(until, "until");
            requireNonNull(by, "by");
            requireNonNull(reason, "reason");
        }
    }
}
