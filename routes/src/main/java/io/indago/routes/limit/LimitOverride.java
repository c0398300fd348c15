package io.indago.routes.limit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A limit an administrator has set for a time, in place of the one the settings say.
 *
 * @param name of the user, or the id of the client
 * @param by who set it
 * @param reason may be blank
 */
public record LimitOverride(
        LimitKind kind, String name, RateLimit limit, Instant until, String by, String reason, Instant at) {

    public LimitOverride {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(limit, "limit");
        requireNonNull(until, "until");
        requireNonNull(by, "by");
        requireNonNull(reason, "reason");
        requireNonNull(at, "at");
    }
}
