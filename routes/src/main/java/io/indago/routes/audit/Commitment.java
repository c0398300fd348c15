package io.indago.routes.audit;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What the chain keeps of texts that name somebody: their digest, with a random salt of their own. Once the salt is erased
 * with the texts, nobody can tell what they were, nor try it out; the chain stays whole.
 *
 * @param digest in hexadecimal
 * @param salt in hexadecimal; empty once it is erased
 */
public record Commitment(String digest, Optional<String> salt) {
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    public Commitment {
        requireNonNull(digest, "digest");
        requireNonNull(salt, "salt");
    }

    static Commitment to(String... texts) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        String text = HexFormat.of().formatHex(salt);
        return new Commitment(digest(text, texts), Optional.of(text));
    }

    boolean isErased() {
        return salt.isEmpty();
    }

    /** Whether the texts are not others than they were; when it is erased, there is nothing to compare. */
    boolean allows(String... texts) {
        return salt.map(salt -> digest.equals(digest(salt, texts))).orElse(true);
    }

    private static String digest(String salt, String... texts) {
        ChainDigest digest = new ChainDigest().add(salt);
        for (String text : texts) {
            digest.add(text);
        }
        return digest.hex();
    }
}
