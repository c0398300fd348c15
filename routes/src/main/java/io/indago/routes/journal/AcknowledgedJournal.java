package io.indago.routes.journal;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Takes an entry only when Kafka has it as well: for hubs whose disk goes when they go. While Kafka is away it takes
 * nothing, though what it was given may reach Kafka later all the same.
 */
public final class AcknowledgedJournal implements Journal {
    private final DurableJournal journal;
    private final Duration patience;

    /** @param patience how long to wait for Kafka */
    public AcknowledgedJournal(DurableJournal journal, Duration patience) {
        this.journal = requireNonNull(journal, "journal");
        this.patience = requireNonNull(patience, "patience");
    }

    @Override
    public void append(JournalEntry entry) throws JournalUnavailableException {
        try {
            if (!journal.awaitForwarded(journal.take(entry), patience)) {
                throw new JournalUnavailableException("Kafka has not confirmed the entry within " + patience);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new JournalUnavailableException("interrupted", interrupted);
        }
    }
}
