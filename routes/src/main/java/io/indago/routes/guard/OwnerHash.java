package io.indago.routes.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names whose limit it is without telling who: a hash that only those can make who know the owner's credential, the same on
 * every replica.
 */
public final class OwnerHash {
    private static final String ALGORITHM = "HmacSHA256";

    private OwnerHash() {}

    static String of(String owner, Duration window) {
        return of(owner, "quota " + window);
    }

    /** A name for that thing of theirs. */
    public static String of(String owner, String purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(owner.getBytes(UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(purpose.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
