package io.indago.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;

/**
 * What a connector is told again.
 *
 * @param retried how many enrichments
 * @param json the document as it was received
 */
public record Retried(
        String connector,
        int retried,

        @JacksonInject(value = ClientJson.TEXT, useInput = OptBoolean.FALSE)
        String json) {

    public Retried {
        requireNonNull(connector, "connector");
        requireNonNull(json, "json");
    }

    /** In a line. */
    String sentence() {
        return switch (retried) {
            case 0 -> connector + ": nothing was put aside";
            case 1 -> connector + ": 1 enrichment is told again";
            default -> connector + ": " + retried + " enrichments are told again";
        };
    }
}
