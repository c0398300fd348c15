package io.indago.host;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Health;
import java.time.Duration;
import java.util.Optional;

/**
 * What a health check found, and what it took.
 *
 * @param failure how the check ended, where it brought no health: refused, late, unreachable
 * @param calls the requests that were sent
 */
public record HealthResult(Health health, Optional<Outcome> failure, int calls, Duration took) {

    public HealthResult {
        requireNonNull(health, "health");
        requireNonNull(failure, "failure");
        requireNonNull(took, "took");
    }
}
