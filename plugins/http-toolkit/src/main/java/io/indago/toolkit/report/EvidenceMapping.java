package io.indago.toolkit.report;

import io.indago.spi.Evidence;
import io.indago.toolkit.jq.Jq;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One piece of evidence: a sentence with a value and a time, or a list of values with what comes before them.
 *
 * @param listing what comes before the values; blank for a sentence
 */
public record EvidenceMapping(
        String code, Optional<Jq> text, Optional<Jq> value, Optional<Jq> at, String listing, Optional<Jq> values) {

    Optional<Evidence> of(Reading reading) {
        if (values.isPresent()) {
            return Evidence.listing(code, listing, reading.shownAll(values.get()));
        }
        return reading.text(text).map(sentence -> {
            Evidence piece = Evidence.of(code, sentence);
            AtomicReference<Evidence> whole =
                    new AtomicReference<>(reading.shown(value).map(piece::value).orElse(piece));
            reading.time(
                    at,
                    written -> whole.updateAndGet(known -> known.observedAt(written)),
                    instant -> whole.updateAndGet(known -> known.observedAt(instant)));
            return whole.get();
        });
    }
}
