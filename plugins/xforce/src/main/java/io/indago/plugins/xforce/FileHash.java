package io.indago.plugins.xforce;

import java.util.Locale;

/** Hashes as X-Force writes them: {@code 0x474B9CCF…}. */
final class FileHash {
    private FileHash() {}

    /** In lower case, and without what marks it as hexadecimal. */
    static String plain(String written) {
        String lower = written.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("0x") ? lower.substring(2) : lower;
    }
}
