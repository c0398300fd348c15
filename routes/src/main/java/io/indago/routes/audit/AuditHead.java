package io.indago.routes.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * How long the chain was at some time, and its last hash: published where the database's owner can't change it, it shows
 * when entries before it are cut off or written anew. Serialised as JSON it is a record of the topic {@value #TOPIC}; the
 * schema is {@code docs/schemas/audit-heads.v1.json}.
 *
 * @param position of the last entry
 * @param hash the last entry's, in hexadecimal
 */
public record AuditHead(String schema, long position, String hash, Instant at) {
    public static final String TOPIC = "indago.audit-heads.v1";
    public static final String SCHEMA = "indago.audit-heads.v1";

    public AuditHead {
        requireNonNull(schema, "schema");
        requireNonNull(hash, "hash");
        requireNonNull(at, "at");
    }

    public static AuditHead of(AuditEntry last, Instant at) {
        return new AuditHead(SCHEMA, last.position(), last.hash(), at);
    }
}
