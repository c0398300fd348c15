package io.indago.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;

/**
 * What the hub tries to store again.
 *
 * @param replayed how many events
 * @param json the document as it was received
 */
public record Replayed(
        String topic,
        int replayed,

        @JacksonInject(value = ClientJson.TEXT, useInput = OptBoolean.FALSE)
        String json) {

    public Replayed {
        requireNonNull(topic, "topic");
        requireNonNull(json, "json");
    }

    /** In a line. */
    String sentence() {
        return switch (replayed) {
            case 0 -> topic + ": nothing was put aside";
            case 1 -> topic + ": 1 event is tried again";
            default -> topic + ": " + replayed + " events are tried again";
        };
    }
}
