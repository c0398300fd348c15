package io.indago.plugins.misp;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Times as MISP has them. */
final class MispTime {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    private MispTime() {}

    /** {@code 2026-01-02T03:04:05.000000+00:00}. */
    static String write(Instant time) {
        return FORMAT.format(time);
    }

    /** Empty when it is no such time. */
    static Optional<Instant> read(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Empty when it could be none. */
    static Optional<Instant> ofEpoch(long seconds) {
        return seconds > 0 && seconds < 253_402_300_800L
                ? Optional.of(Instant.ofEpochSecond(seconds))
                : Optional.empty();
    }
}
