package io.indago.routes.api;

import io.indago.routes.guard.HealthRecord.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What one health check found.
 *
 * @param state {@code up}, {@code down} or {@code unknown}
 * @param reason why it is down; blank otherwise
 * @param reachable whether anything answered; absent when nothing was asked
 * @param credential {@code accepted}, {@code refused}, {@code none} when it has none, or {@code unknown}
 * @param quotaLeft {@code yes}, {@code no}, or {@code unknown}
 */
public record HealthCheckDocument(
        String id,
        String state,
        String reason,
        Instant checkedAt,
        Duration took,
        Optional<Boolean> reachable,
        String credential,
        String quotaLeft) {

    /**
     * Of a check.
     *
     * @param hasCredential whether it was given one
     * @param quotaSpent whether our own count says that nothing is left
     */
    static HealthCheckDocument of(String id, Verdict verdict, boolean hasCredential, boolean quotaSpent) {
        String state = HealthDocument.state(verdict);
        boolean up = state.equals("up");
        String credential = verdict.credentialRefused() ? "refused" : up ? "accepted" : "unknown";
        String left = verdict.rateLimited() || quotaSpent ? "no" : up ? "yes" : "unknown";
        return new HealthCheckDocument(
                id,
                state,
                verdict.health().reason(),
                verdict.at(),
                verdict.took(),
                state.equals("unknown") ? Optional.empty() : Optional.of(verdict.reached()),
                hasCredential || verdict.credentialRefused() ? credential : "none",
                left);
    }
}
