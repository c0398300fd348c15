package io.indago.toolkit.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.indago.spi.Report;
import io.indago.toolkit.jq.Jq;
import io.indago.toolkit.jq.Variables;

/** A reply that is no hit: when it is meant, and what it means. */
public record OutcomeRule(Jq when, Meaning meaning, String because) {

    boolean holds(JsonNode reply, Variables variables) {
        return when.holds(reply, variables);
    }

    /** The report of no data; every other meaning is thrown. */
    Report report() {
        if (meaning == Meaning.NO_DATA) {
            return Report.noData(because);
        }
        throw meaning.failure(because);
    }
}
