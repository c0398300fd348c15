package io.indago.routes.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Days in UTC.
 *
 * @param from the first
 * @param to the last, which counts as well
 */
public record DayRange(LocalDate from, LocalDate to) {
    private static final int USUAL_DAYS = 28;

    public DayRange {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (from.isAfter(to)) {
            throw new IllegalArgumentException(from + " is after " + to);
        }
    }

    /** Four weeks up to that day. */
    static LocalDate usualStart(LocalDate to) {
        return to.minusDays(USUAL_DAYS);
    }

    /** When it begins. */
    public Instant start() {
        return from.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** When it has ended. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
