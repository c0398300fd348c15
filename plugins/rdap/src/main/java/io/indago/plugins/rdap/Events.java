package io.indago.plugins.rdap;

import io.indago.spi.Evidence;
import io.indago.spi.JsonView;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What happened to it: {@code [{"eventAction": "registration", "eventDate": "1995-08-14T04:00:00Z"}, …]}. */
record Events(List<JsonView> all) {
    private static final Duration NEW = Duration.ofDays(30);

    static Events of(JsonView object) {
        return new Events(object.at("/events").items());
    }

    /** The latest of that kind. */
    Optional<Instant> last(String action) {
        return all.stream()
                .filter(event -> event.textAt("/eventAction", "").equalsIgnoreCase(action))
                .flatMap(event -> event.at("/eventDate").text().stream())
                .flatMap(Events::time)
                .max(Comparator.naturalOrder());
    }

    boolean isNew(Instant now) {
        return last("registration").filter(time -> time.isAfter(now.minus(NEW))).isPresent();
    }

    Stream<Evidence> evidence() {
        return Stream.of(
                        told("registered", "registered on ", "registration"),
                        told("changed", "last changed on ", "last changed"),
                        told("expires", "expires on ", "expiration"))
                .flatMap(Optional::stream);
    }

    private Optional<Evidence> told(String code, String introduction, String action) {
        return last(action).map(time -> Evidence.of(code, introduction + LocalDate.ofInstant(time, ZoneOffset.UTC))
                .value(time.toString())
                .observedAt(time));
    }

    private static Stream<Instant> time(String written) {
        try {
            return Stream.of(OffsetDateTime.parse(written.strip()).toInstant());
        } catch (DateTimeException e) {
            return Stream.empty();
        }
    }
}
