package io.indago.indicator;

import io.indago.spi.IndicatorType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Hexadecimal file hashes, told apart by their length (RFC 1321, FIPS 180-4).
 *
 * <p>The hash of the empty file is refused rather than looked up: it is in every collection, says nothing, and a lookup
 * costs money. Whoever sees the error learns that the extraction upstream went wrong.
 */
final class HashReader {
    private static final int SHORTEST_CLAIM = 24;
    private static final Set<String> EMPTY_FILE = Set.of(
            "d41d8cd98f00b204e9800998ecf8427e",
            "da39a3ee5e6b4b0d3255bfef95601890afd80709",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
                    + "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e");

    private HashReader() {}

    /** So many hexadecimal digits are meant as a hash, even if too few or too many. */
    static boolean claims(String text) {
        return text.length() >= SHORTEST_CLAIM && Chars.all(text, Chars::isHex);
    }

    static Reading read(String text) throws InvalidIndicatorException {
        String value = text.toLowerCase(Locale.ROOT);
        if (EMPTY_FILE.contains(value)) {
            throw Fault.EMPTY_FILE.of(text, "is the hash of an empty file, which says nothing; check where it is from");
        }
        return switch (value.length()) {
            case 32 -> hash(IndicatorType.MD5, value, "imphash", "ja3", "ja3s");
            case 40 -> hash(IndicatorType.SHA1, value, "certificate-fingerprint");
            case 64 -> hash(IndicatorType.SHA256, value);
            case 128 -> hash(IndicatorType.SHA512, value);
            default ->
                throw Fault.HASH_LENGTH.of(
                        text,
                        "has " + value.length() + " hexadecimal digits, expected 32 (md5), 40 (sha1), 64 (sha256)"
                                + " or 128 (sha512)");
        };
    }

    private static Reading hash(IndicatorType type, String value, String... alternatives) {
        return Reading.simple(type, value, List.of(alternatives), Optional.empty(), List.of(), List.of());
    }
}
