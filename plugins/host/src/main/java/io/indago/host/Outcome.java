package io.indago.host;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Report;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of a provider's part of a lookup. Failure is data here: nothing a provider or a plugin does is an
 * exception to those who ask it.
 *
 * @param reason why it ended so, in a sentence a person can act on; for a hit the finding
 * @param report present exactly for a hit
 * @param errorCause present exactly for an error
 * @param retryAfter when a rate limit ends, where it is known
 */
public record Outcome(
        Status status,
        String reason,
        Optional<Report> report,
        Optional<ErrorCause> errorCause,
        Optional<Duration> retryAfter) {

    public Outcome {
        requireNonNull(reason, "reason");
        if ((status == Status.HIT) != report.isPresent() || (status == Status.ERROR) != errorCause.isPresent()) {
            throw new IllegalArgumentException(status + " with report " + report + " and cause " + errorCause);
        }
    }

    /** The outcome of a finished report: {@code hit} or {@code no_data}. */
    public static Outcome of(Report report) {
        return report.isHit()
                ? new Outcome(Status.HIT, report.summary(), Optional.of(report), Optional.empty(), Optional.empty())
                : without(Status.NO_DATA, report.summary());
    }

    /** An outcome that needs no more than its reason. */
    public static Outcome without(Status status, String reason) {
        return new Outcome(status, reason, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** An error. */
    public static Outcome error(ErrorCause cause, String reason) {
        return new Outcome(Status.ERROR, reason, Optional.empty(), Optional.of(cause), Optional.empty());
    }

    /** A spent limit, and when it ends where that is known. */
    public static Outcome rateLimited(String reason, Optional<Duration> retryAfter) {
        return new Outcome(Status.RATE_LIMITED, reason, Optional.empty(), Optional.empty(), retryAfter);
    }
}
