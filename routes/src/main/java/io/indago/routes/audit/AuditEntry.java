package io.indago.routes.audit;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * An event in the chain.
 *
 * @param position from 1, without gaps
 * @param previousHash of the entry before; of the first, {@link #GENESIS}
 * @param hash SHA-256 of the hash before and of everything else here, in hexadecimal
 */
public record AuditEntry(long position, AuditEvent event, String previousHash, String hash) {
    /** What stands for the hash before the first entry's. */
    public static final String GENESIS = "0".repeat(64);

    public AuditEntry {
        requireNonNull(event, "event");
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
        return new AuditEntry(position, event, previousHash, hash(position, event, previousHash));
    }

    /** Whether its hash is that of what it says. */
    boolean isGenuine() {
        return hash.equals(hash(position, event, previousHash));
    }

    private static String hash(long position, AuditEvent event, String previousHash) {
        MessageDigest digest = sha256();
        add(digest, previousHash);
        add(digest, event.schema());
        add(digest, position);
        add(digest, event.id().toString());
        add(digest, event.at());
        add(digest, event.actor().subject());
        add(digest, event.actor().username());
        add(digest, event.actor().client());
        add(digest, event.actor().address());
        add(digest, event.action());
        add(digest, event.object());
        add(digest, event.outcome());
        add(digest, event.details().size());
        event.details().forEach((name, value) -> {
            add(digest, name);
            add(digest, value);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** With its length, so that no two lists of texts are the same bytes. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(digest, bytes.length);
        digest.update(bytes);
    }

    private static void add(MessageDigest digest, Instant at) {
        add(digest, at.getEpochSecond());
        add(digest, at.getNano());
    }

    private static void add(MessageDigest digest, long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
