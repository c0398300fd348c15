package io.indago.routes.api;

import java.util.List;

/** What could never be stored, by the topic it came on. */
public record DeadLettersDocument(List<TopicPart> topics) {

    /**
     * One topic.
     *
     * @param deadLetters how many of its records were put aside
     */
    public record TopicPart(String topic, long deadLetters) {}
}
