package io.indago.plugins.misp;

import io.indago.spi.Indicator;
import io.indago.spi.JsonView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An attribute as a search answers it: {@code {"type": "ip-dst", "value": …, "to_ids": true, "Event": {…}, "Tag": […],
 * "Sighting": […], "warnings": […], "decay_score": […]}}, of which all but the first three may be missing.
 */
record FoundAttribute(JsonView json) {
    private static final String FALSE_POSITIVE = "1";

    /** A search takes {@code %} at either end of a value for any text. */
    boolean isAbout(Indicator indicator) {
        List<String> wanted = MispType.values(indicator).stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .toList();
        String value = text("/value").toLowerCase(Locale.ROOT);
        return wanted.contains(value)
                || text("/type").contains("|")
                        && Stream.of(value.split("\\|", -1)).anyMatch(wanted::contains);
    }

    boolean isTagged(String namespace) {
        return tags().stream().anyMatch(tag -> tag.startsWith(namespace));
    }

    /** Its own and those of its event. */
    List<String> tags() {
        return Stream.of("/Tag", "/Event/Tag")
                .flatMap(place -> json.at(place).items().stream())
                .flatMap(tag -> tag.at("/name").text().stream())
                .distinct()
                .toList();
    }

    Standing standing() {
        if (MispValue.flag(json.at("/deleted"))) {
            return Standing.EXPIRED;
        }
        if (!json.at("/warnings").items().isEmpty()
                || !json.at("/warnings").fields().isEmpty()
                || isSightedAsFalsePositive()) {
            return Standing.FALSE_POSITIVE;
        }
        List<JsonView> decay = json.at("/decay_score").items();
        if (!decay.isEmpty() && decay.stream().allMatch(it -> MispValue.flag(it.at("/decayed")))) {
            return Standing.EXPIRED;
        }
        return MispValue.flag(json.at("/to_ids"))
                ? Standing.ofThreatLevel(json.integerAt("/Event/threat_level_id", 0))
                : Standing.SEEN;
    }

    private boolean isSightedAsFalsePositive() {
        List<String> types = json.at("/Sighting").items().stream()
                .map(sighting -> MispValue.word(sighting.at("/type")))
                .toList();
        long against = types.stream().filter(FALSE_POSITIVE::equals).count();
        return against > types.stream().filter("0"::equals).count();
    }

    /** The event's number; empty when there is none. */
    Optional<String> event() {
        return Stream.of("/event_id", "/Event/id")
                .map(pointer -> MispValue.word(json.at(pointer)))
                .filter(id -> id.matches("\\d{1,18}"))
                .findFirst();
    }

    Optional<Instant> firstSeen() {
        return MispTime.read(text("/first_seen"));
    }

    /** When it was last recorded to be seen, else when somebody last worked on it. */
    Optional<Instant> lastSeen() {
        return MispTime.read(text("/last_seen")).or(() -> MispTime.ofEpoch(json.integerAt("/timestamp", 0)));
    }

    /** Empty when there is none. */
    String text(String pointer) {
        return json.textAt(pointer, "");
    }
}
