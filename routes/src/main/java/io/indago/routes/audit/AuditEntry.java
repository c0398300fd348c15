package io.indago.routes.audit;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An event in the chain.
 *
 * @param position from 1, without gaps
 * @param commitments what stands in the hash for who is named, so that they can be forgotten; entries of the first hubs have
 *     none, and the names themselves in their hash
 * @param previousHash of the entry before; of the first, {@link #GENESIS}
 * @param hash SHA-256 of the hash before and of everything else here, in hexadecimal
 */
public record AuditEntry(
        long position, AuditEvent event, Optional<Commitments> commitments, String previousHash, String hash) {
    /** What stands for the hash before the first entry's. */
    public static final String GENESIS = "0".repeat(64);

    private static final String WITH_COMMITMENTS = "indago.audit-chain.v2";

    public AuditEntry {
        requireNonNull(event, "event");
        requireNonNull(commitments, "commitments");
        requireNonNull(previousHash, "previousHash");
        requireNonNull(hash, "hash");
    }

    /** The chain's first entry. */
    public static AuditEntry first(AuditEvent event) {
        return at(1, event, GENESIS);
    }

    /** The one after this. */
    public AuditEntry next(AuditEvent next) {
        return at(position + 1, next, hash);
    }

    private static AuditEntry at(long position, AuditEvent event, String previousHash) {
        Commitments commitments = Commitments.to(event);
        return new AuditEntry(
                position,
                event,
                Optional.of(commitments),
                previousHash,
                hash(position, event, commitments, previousHash));
    }

    /** Whether its hash is that of what it says, but for what was erased. */
    boolean isGenuine() {
        return commitments
                .map(these -> these.allow(event) && hash.equals(hash(position, event, these, previousHash)))
                .orElseGet(() -> hash.equals(hash(position, event, previousHash)));
    }

    private static String hash(long position, AuditEvent event, Commitments commitments, String previousHash) {
        ChainDigest digest = new ChainDigest()
                .add(previousHash)
                .add(WITH_COMMITMENTS)
                .add(position)
                .add(event.id().toString())
                .add(event.at())
                .add(commitments.actor().digest())
                .add(event.actor().client())
                .add(commitments.address().digest())
                .add(event.action())
                .add(commitments.object().digest())
                .add(event.outcome());
        return withDetails(digest, event);
    }

    /** Of an entry without commitments. */
    private static String hash(long position, AuditEvent event, String previousHash) {
        ChainDigest digest = new ChainDigest()
                .add(previousHash)
                .add(event.schema())
                .add(position)
                .add(event.id().toString())
                .add(event.at())
                .add(event.actor().subject())
                .add(event.actor().username())
                .add(event.actor().client())
                .add(event.actor().address())
                .add(event.action())
                .add(event.object())
                .add(event.outcome());
        return withDetails(digest, event);
    }

    private static String withDetails(ChainDigest digest, AuditEvent event) {
        digest.add(event.details().size());
        event.details().forEach((name, value) -> digest.add(name).add(value));
        return digest.hex();
    }
}
