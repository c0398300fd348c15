package io.indago.toolkit.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.indago.toolkit.jq.Jq;
import io.indago.toolkit.jq.Variables;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * What expressions say of one reply. A value that is null or blank is absent. One of the wrong kind fails the lookup: the
 * provider has changed its replies, or the descriptor is wrong.
 */
record Reading(JsonNode reply, Variables variables) {

    Optional<String> text(Jq jq) {
        JsonNode value = jq.value(reply, variables);
        if (!value.isTextual() && !value.isNull()) {
            throw jq.gave(value, "a text or null");
        }
        return Optional.ofNullable(value.textValue()).filter(text -> !text.isBlank());
    }

    Optional<String> text(Optional<Jq> jq) {
        return jq.flatMap(this::text);
    }

    /** A text, or a number as it is written. */
    Optional<String> shown(Optional<Jq> jq) {
        return jq.flatMap(each -> {
            JsonNode value = each.value(reply, variables);
            if (value.isContainerNode() || value.isBoolean()) {
                throw each.gave(value, "a text, a number or null");
            }
            return value.isNull() ? Optional.empty() : Optional.of(value.asText());
        });
    }

    List<String> texts(Optional<Jq> jq) {
        return jq.map(each -> texts(each, false)).orElse(List.of());
    }

    /** Of numbers, too. */
    List<String> shownAll(Jq jq) {
        return texts(jq, true);
    }

    private List<String> texts(Jq jq, boolean numbers) {
        JsonNode value = jq.value(reply, variables);
        List<String> texts = new ArrayList<>();
        for (JsonNode item : value.isArray() ? value : List.of(value)) {
            if (item.isTextual() || numbers && item.isNumber()) {
                texts.add(item.asText());
            } else if (!item.isNull()) {
                throw jq.gave(item, numbers ? "texts or numbers" : "texts");
            }
        }
        return texts;
    }

    OptionalInt percent(Optional<Jq> jq) {
        return jq.map(this::percent).orElse(OptionalInt.empty());
    }

    private OptionalInt percent(Jq jq) {
        JsonNode value = jq.decision(reply, variables);
        if (value.isNull()) {
            return OptionalInt.empty();
        }
        double number = value.isNumber() ? value.doubleValue() : -1;
        if (!(number >= 0 && number <= 100)) {
            throw jq.gave(value, "a number from 0 to 100, or null");
        }
        return OptionalInt.of(
                BigDecimal.valueOf(number).setScale(0, RoundingMode.HALF_UP).intValue());
    }

    /** The autonomous system: its number, or as providers write it. */
    Optional<String> asn(Optional<Jq> jq) {
        return jq.flatMap(each -> {
            JsonNode value = each.value(reply, variables);
            if (!value.isNull() && !value.isTextual() && !value.isIntegralNumber()) {
                throw each.gave(value, "a whole number, a text as AS64500, or null");
            }
            return value.isNull() ? Optional.empty() : Optional.of(value.asText());
        });
    }

    /** A time: as text for one consumer, as seconds since 1970 for the other. */
    void time(Optional<Jq> jq, Consumer<String> written, Consumer<Instant> counted) {
        jq.ifPresent(each -> {
            JsonNode value = each.value(reply, variables);
            if (value.isTextual()) {
                written.accept(value.textValue());
            } else if (value.isNumber()) {
                counted.accept(instant(each, value));
            } else if (!value.isNull()) {
                throw each.gave(value, "a time as text, seconds since 1970, or null");
            }
        });
    }

    private static Instant instant(Jq jq, JsonNode seconds) {
        try {
            Instant instant = Instant.ofEpochSecond(seconds.longValue());
            if (instant.isAfter(Instant.EPOCH) && instant.isBefore(Instant.parse("9999-12-31T23:59:59Z"))) {
                return instant;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw jq.gave(seconds, "seconds since 1970");
    }
}
