package io.indago.client;

import static io.indago.client.ClientJson.orEmpty;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.List;

/**
 * Events that could never be stored, by topic.
 *
 * @param json the document as it was received
 */
public record DeadLetterTopics(
        List<TopicLetters> topics,

        @JacksonInject(value = ClientJson.TEXT, useInput = OptBoolean.FALSE)
        String json) {

    public DeadLetterTopics {
        topics = orEmpty(topics);
        requireNonNull(json, "json");
    }

    /**
     * One topic.
     *
     * @param deadLetters how many of its records were put aside
     */
    public record TopicLetters(String topic, long deadLetters) {}

    /** A line for each. */
    String page(Display display) {
        Table table = new Table(display, 1, List.of("TOPIC", "DEAD LETTERS"));
        topics.forEach(each -> table.add(
                each.deadLetters() == 0 ? Display.Colour.PLAIN : Display.Colour.BOLD,
                List.of(each.topic(), Long.toString(each.deadLetters()))));
        return table.text();
    }
}
