package io.indago.plugins.yeti;

import io.indago.spi.JsonView;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Times as YETI has them: ISO 8601, of YETI 1 without a zone. */
final class YetiTime {
    private YetiTime() {}

    /** Empty when there is none at that pointer. */
    static Optional<Instant> at(JsonView view, String pointer) {
        return view.at(pointer).text().flatMap(YetiTime::read);
    }

    private static Optional<Instant> read(String text) {
        try {
            TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text.strip().replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    time instanceof OffsetDateTime zoned
                            ? zoned.toInstant()
                            : LocalDateTime.from(time).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
