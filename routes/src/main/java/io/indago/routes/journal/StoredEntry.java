package io.indago.routes.journal;

import java.time.Instant;

/**
 * An entry in the journal.
 *
 * @param number its place; later entries have higher ones
 * @param at when it was taken
 */
record StoredEntry(long number, Instant at, JournalEntry entry) {}
