package io.indago.indicator;

import java.util.List;
import java.util.Optional;

/** The number of an autonomous system, 1 to 4294967295 (RFC 6793; 0 is none, RFC 7607). */
record AsNumber(long value) {
    static final long LAST = 0xffffffffL;

    private static final int LONGEST = 10;
    private static final int HIGHEST_HALF = 0xffff;

    /** In plain decimal, or as two halves with a dot between, {@code 1.10} (RFC 5396). No leading zeros. */
    static Optional<AsNumber> parse(String text) {
        List<String> parts = Chars.split(text, '.');
        if (parts.size() > 2 || !parts.stream().allMatch(AsNumber::isDecimal)) {
            return Optional.empty();
        }
        long last = Long.parseLong(parts.get(parts.size() - 1));
        if (parts.size() == 1) {
            return of(last);
        }
        long first = Long.parseLong(parts.get(0));
        return first <= HIGHEST_HALF && last <= HIGHEST_HALF ? of(first << 16 | last) : Optional.empty();
    }

    private static Optional<AsNumber> of(long value) {
        return value >= 1 && value <= LAST ? Optional.of(new AsNumber(value)) : Optional.empty();
    }

    private static boolean isDecimal(String text) {
        return text.length() <= LONGEST
                && Chars.all(text, Chars::isDigit)
                && (text.length() == 1 || text.charAt(0) != '0');
    }

    String text() {
        return "AS" + value;
    }
}
