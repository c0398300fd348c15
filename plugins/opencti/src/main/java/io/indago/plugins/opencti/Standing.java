package io.indago.plugins.opencti;

import io.indago.spi.JsonView;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What an observable's scores amount to.
 *
 * @param expired whether all that could tell what to look for is revoked or over
 */
record Standing(int score, boolean expired) {
    private static final int MOST_EXPIRED = 69;

    /**
     * By its own score and those of its indicators. What the connector labelled has the score the connector gave it: our
     * own verdict is no second opinion, and so only indicators of others count.
     *
     * @param prefix of the connector's labels
     */
    static Optional<Standing> of(FoundObservable observable, String prefix, Instant now) {
        List<JsonView> indicators = observable.indicators().stream()
                .filter(indicator -> !FoundObservable.isLabelled(indicator, prefix))
                .toList();
        boolean own = FoundObservable.isLabelled(observable.node(), prefix);
        boolean expired = !indicators.isEmpty() && indicators.stream().allMatch(indicator -> isOver(indicator, now));
        Stream<JsonView> scored = own ? indicators.stream() : Stream.of(observable.node());
        OptionalInt score = scored.flatMapToInt(node -> FoundObservable.score(node).stream())
                .max();
        return score.stream()
                .mapToObj(points -> new Standing(expired ? Math.min(points, MOST_EXPIRED) : points, expired))
                .findFirst();
    }

    static boolean isOver(JsonView indicator, Instant now) {
        return indicator.at("/revoked").flag().orElse(false)
                || time(indicator.textAt("/valid_until", ""))
                        .filter(now::isAfter)
                        .isPresent();
    }

    private static Optional<Instant> time(String written) {
        try {
            return written.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    int confidence() {
        return expired ? 50 : 70;
    }
}
