package io.indago.client;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a provider or connector was when it was last checked.
 *
 * @param state {@code up}, {@code down} or {@code unknown}; later hubs may know more
 * @param reason why it is down; may be empty
 * @param failuresInARow how many checks failed until now
 */
public record PluginHealth(
        String state, String reason, Optional<Instant> checkedAt, Optional<Duration> took, long failuresInARow) {

    public PluginHealth(
            String state,
            @Nullable String reason,
            Optional<Instant> checkedAt,
            Optional<Duration> took,
            long failuresInARow) {
        this.state = requireNonNull(state, "state");
        this.reason = requireNonNullElse(reason, "");
        this.checkedAt = checkedAt;
        this.took = took;
        this.failuresInARow = failuresInARow;
    }
}
