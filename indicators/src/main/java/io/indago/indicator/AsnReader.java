package io.indago.indicator;

import io.indago.spi.IndicatorType;
import java.util.List;
import java.util.Locale;

/**
 * Numbers of autonomous systems: {@code AS13335}, {@code as 13335}, {@code AS1.10}. Canonical is {@code AS} and plain
 * decimal.
 *
 * <p>A number alone, and {@code ASN13335}, which is a host name as well, are read so only where nothing else is
 * expected.
 */
final class AsnReader {
    /** Longer is a host name. */
    private static final int LONGEST = 13;

    private final ReservedPolicy reserved;

    AsnReader(ReservedPolicy reserved) {
        this.reserved = reserved;
    }

    static boolean claims(String text) {
        return text.length() <= LONGEST && hasPrefix(text, "as") && isLikeNumber(after(text, "as"));
    }

    /** Where an AS number is expected and nothing else. */
    static boolean claimsExpected(String text) {
        return claims(text) || isLikeNumber(number(text));
    }

    Reading read(String text) throws InvalidIndicatorException {
        AsNumber number = AsNumber.parse(number(text))
                .orElseThrow(() -> Fault.INVALID_ASN.of(
                        text, "looks like an AS number, expected AS and 1 to 4294967295 without leading zeros"));
        return Reading.simple(
                IndicatorType.ASN, number.text(), List.of(), reserved.reasonFor(number), List.of(), List.of());
    }

    private static String number(String text) {
        if (hasPrefix(text, "asn")) {
            return after(text, "asn");
        }
        return hasPrefix(text, "as") ? after(text, "as") : text;
    }

    private static boolean hasPrefix(String text, String prefix) {
        return text.toLowerCase(Locale.ROOT).startsWith(prefix);
    }

    private static String after(String text, String prefix) {
        return text.substring(prefix.length()).strip();
    }

    private static boolean isLikeNumber(String text) {
        return Chars.all(text, c -> Chars.isDigit(c) || c == '.') && Chars.isDigit(text.charAt(0));
    }
}
