package io.indago.routes.journal;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * How the journal is kept.
 *
 * @param folder its own; no other hub's
 * @param sync when an entry counts as taken
 * @param maxBytes the most the journal's file may hold; after that nothing is taken until Kafka has some of it
 */
public record JournalSettings(Path folder, Sync sync, long maxBytes) {
    public JournalSettings {
        requireNonNull(folder, "folder");
        requireNonNull(sync, "sync");
    }

    /** Whom to trust with what was taken. */
    public enum Sync {
        /** The disk: it survives a loss of power. */
        DISK,
        /** The operating system: it survives a kill -9 of the hub. */
        OS
    }
}
