package io.indago.routes.journal;

/** Where entries for Kafka go first. One promise: what {@link #append} returned from reaches its topic, once. */
@FunctionalInterface
public interface Journal {

    /**
     * Takes the entry; returns fast. Entries of one key reach the topic in the order in which they were taken.
     *
     * @throws JournalUnavailableException when it can't; whatever the entry is about must then not happen
     */
    void append(JournalEntry entry) throws JournalUnavailableException;
}
