package io.indago.routes.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are wanted; what is empty is not asked about.
 *
 * @param user the user's name, as it was
 * @param action the whole of it, or the part before its dot: {@code plugin}
 * @param from inclusive
 * @param to exclusive
 */
public record AuditFilter(
        Optional<String> user,
        Optional<String> action,
        Optional<String> object,
        Optional<String> outcome,
        Optional<Instant> from,
        Optional<Instant> to) {

    public AuditFilter {
        requireNonNull(user, "user");
        requireNonNull(action, "action");
        requireNonNull(object, "object");
        requireNonNull(outcome, "outcome");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }
}
