package io.indago.routes.api;

import io.indago.routes.guard.HealthRecord;
import io.indago.routes.guard.HealthRecord.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What the last health check found.
 *
 * @param state {@code up}, {@code down} or {@code unknown}
 * @param reason why it is down; blank otherwise
 * @param failuresInARow how many checks failed until now; from the third it is held back
 */
public record HealthDocument(String state, String reason, Instant checkedAt, Duration took, int failuresInARow) {

    /** Empty when it was never checked. */
    static Optional<HealthDocument> of(HealthRecord record) {
        return record.last()
                .map(verdict -> new HealthDocument(
                        state(verdict),
                        verdict.health().reason(),
                        verdict.at(),
                        verdict.took(),
                        record.failuresInARow()));
    }

    static String state(Verdict verdict) {
        return verdict.health().state().name().toLowerCase(Locale.ROOT);
    }
}
