package io.indago.plugins.misp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUIDs made of names, version 5 (RFC 9562): the same name in the same namespace gives the same one, everywhere. */
final class NameUuid {
    /** The namespace of URLs. */
    static final UUID URL = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    private static final long VERSION = 0xf000L;
    private static final long VARIANT = 0xc000_0000_0000_0000L;

    private NameUuid() {}

    static UUID of(UUID namespace, String name) {
        ByteBuffer hash = ByteBuffer.wrap(sha1(namespace, name));
        return new UUID(hash.getLong() & ~VERSION | 0x5000L, hash.getLong() & ~VARIANT | Long.MIN_VALUE);
    }

    private static byte[] sha1(UUID namespace, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer hashed = ByteBuffer.allocate(16 + text.length)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .put(text);
        try {
            return MessageDigest.getInstance("SHA-1").digest(hashed.array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
