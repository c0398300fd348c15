package io.indago.indicator;

import io.indago.indicator.ParsedIndicator.Related;
import io.indago.indicator.ParsedIndicator.Warning;
import io.indago.spi.IndicatorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a reader made of a text; {@link #of} adds what only the parser knows. */
record Reading(
        IndicatorType type,
        String value,
        String lookupValue,
        String display,
        List<String> alternatives,
        Optional<String> reserved,
        List<Warning> warnings,
        List<Related> related) {

    /** For the types whose value is all there is to it. */
    static Reading simple(
            IndicatorType type,
            String value,
            List<String> alternatives,
            Optional<String> reserved,
            List<Warning> warnings,
            List<Related> related) {
        return new Reading(type, value, value, value, alternatives, reserved, warnings, related);
    }

    ParsedIndicator of(String original, List<Warning> earlier) {
        List<String> candidates = new ArrayList<>(List.of(type.id()));
        candidates.addAll(alternatives);
        List<Warning> all = new ArrayList<>(earlier);
        all.addAll(warnings);
        return new ParsedIndicator(original, type, value, lookupValue, display, candidates, reserved, all, related);
    }
}
