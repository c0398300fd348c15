package io.indago.client;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Instants as people read them: in UTC, as the hub's logs have them. */
final class UtcTime {
    private static final DateTimeFormatter MINUTE = formatter("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND = formatter("uuuu-MM-dd HH:mm:ss 'UTC'");

    private UtcTime() {}

    /** {@code 2026-11-21 05:50}. */
    static String minute(Instant instant) {
        return MINUTE.format(instant);
    }

    /** {@code 2026-11-21 05:50:00 UTC}. */
    static String second(Instant instant) {
        return SECOND.format(instant);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
    }
}
