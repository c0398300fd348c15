package io.indago.routes.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * After which entry the chain begins, since retention deleted what was before.
 *
 * @param position of the last entry that was deleted
 * @param hash of that entry, in hexadecimal
 * @param deletedAt when, by the database's clock
 */
public record ChainCheckpoint(long position, String hash, Instant deletedAt) {

    public ChainCheckpoint {
        requireNonNull(hash, "hash");
        requireNonNull(deletedAt, "deletedAt");
    }
}
