package io.indago.routes.guard;

import io.indago.host.Outcome;
import io.indago.host.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a provider is not asked for now, though it could be.
 *
 * @param reason in a sentence for whoever would have asked
 * @param until when it ends by itself; empty when someone has to act
 */
public record Hold(By by, String reason, Optional<Instant> until) {

    /** Who holds it back. */
    public enum By {
        /** Too many of its last lookups failed. */
        BREAKER,
        /** Its credential was refused. */
        CREDENTIAL,
        /** It said to come back later. */
        RATE_LIMIT,
        /** Its health checks fail. */
        HEALTH
    }

    /** What became of a lookup it kept from being asked. */
    public Outcome outcome(Instant now) {
        return by == By.RATE_LIMIT
                ? Outcome.rateLimited(reason, until.map(end -> Duration.between(now, end.isAfter(now) ? end : now)))
                : Outcome.without(Status.SKIPPED, reason);
    }
}
