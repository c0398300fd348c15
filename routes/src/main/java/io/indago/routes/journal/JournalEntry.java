package io.indago.routes.journal;

import static java.util.Objects.requireNonNull;

/**
 * A record for Kafka.
 *
 * @param key what is of one key keeps its order; a user's id, for instance
 * @param value not copied, so not to be changed any more
 */
public record JournalEntry(String topic, String key, byte[] value) {
    public JournalEntry {
        requireNonNull(topic, "topic");
        requireNonNull(key, "key");
        requireNonNull(value, "value");
    }
}
