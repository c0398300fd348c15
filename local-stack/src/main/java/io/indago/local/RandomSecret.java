package io.indago.local;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords nobody can guess, made of letters and digits that survive any shell. */
final class RandomSecret {

    private static final int BYTES = 16;

    private RandomSecret() {}

    static String create() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
