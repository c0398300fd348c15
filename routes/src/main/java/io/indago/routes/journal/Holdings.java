package io.indago.routes.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * What is in the journal: what Kafka does not have yet.
 *
 * @param bytes of the entries' values
 * @param oldest when the oldest of them was taken; empty when there is none
 */
public record Holdings(long entries, long bytes, Optional<Instant> oldest) {}
