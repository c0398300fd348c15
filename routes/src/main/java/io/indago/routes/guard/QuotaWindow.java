package io.indago.routes.guard;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * One window of a limit. Windows begin where their lengths' multiples do, counted from a Monday at 00:00 UTC, so that
 * minutes, hours, days and weeks are those of the calendar; a length of 28 to 31 days is a calendar month.
 *
 * @param key whose limit it is, in a word that tells nobody who
 * @param starts when it begins; it ends when the next one begins
 */
public record QuotaWindow(String key, Duration length, Instant starts) {
    private static final Instant MONDAY = Instant.parse("1970-01-05T00:00:00Z");
    private static final Duration SHORTEST_MONTH = Duration.ofDays(28);
    private static final Duration LONGEST_MONTH = Duration.ofDays(31);

    public QuotaWindow {
        requireNonNull(key, "key");
        requireNonNull(length, "length");
        requireNonNull(starts, "starts");
    }

    /** The one that instant is in. */
    public static QuotaWindow at(String key, Duration length, Instant instant) {
        if (isMonth(length)) {
            return new QuotaWindow(key, length, firstDay(month(instant)));
        }
        long nanos = Math.floorMod(sinceMonday(instant).toNanos(), length.toNanos());
        return new QuotaWindow(key, length, instant.minusNanos(nanos));
    }

    /** When the next one begins. */
    public Instant ends() {
        return isMonth(length) ? firstDay(month(starts).plusMonths(1)) : starts.plus(length);
    }

    QuotaWindow next() {
        return new QuotaWindow(key, length, ends());
    }

    private static boolean isMonth(Duration length) {
        return length.compareTo(SHORTEST_MONTH) >= 0 && length.compareTo(LONGEST_MONTH) <= 0;
    }

    private static Duration sinceMonday(Instant instant) {
        return Duration.between(MONDAY, instant);
    }

    private static YearMonth month(Instant instant) {
        return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
    }

    private static Instant firstDay(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
