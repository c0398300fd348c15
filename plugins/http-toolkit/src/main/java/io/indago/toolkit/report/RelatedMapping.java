package io.indago.toolkit.report;

import io.indago.spi.IndicatorType;
import io.indago.spi.Related;
import io.indago.toolkit.jq.Jq;
import java.util.List;
import java.util.Optional;

/** Indicators of one type that are connected in one way. */
public record RelatedMapping(IndicatorType type, String relation, Jq values) {

    List<Related> of(Reading reading) {
        return reading.texts(Optional.of(values)).stream()
                .map(value -> Related.of(type, value, relation))
                .toList();
    }
}
