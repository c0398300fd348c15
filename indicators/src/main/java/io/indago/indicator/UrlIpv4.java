package io.indago.indicator;

import java.util.List;
import java.util.Optional;

/**
 * The IPv4 parser of WHATWG URL: one to four parts, each decimal, octal or hexadecimal, the last filling what is left.
 * Browsers read {@code 0x7f.1} and {@code 2130706433} as 127.0.0.1, so do those who want past a filter.
 */
final class UrlIpv4 {
    private UrlIpv4() {}

    static Optional<IpAddress> parse(String host) {
        List<String> parts = Chars.split(host, '.');
        if (parts.size() > 4) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            int bits = last ? 8 * (4 - i) : 8;
            long number = number(parts.get(i));
            if (number < 0 || number >= 1L << bits) {
                return Optional.empty();
            }
            address = address << bits | number;
        }
        return Optional.of(IpAddress.ofIpv4(address));
    }

    /** The number, or -1; nothing beyond 32 bits is told apart. */
    private static long number(String part) {
        boolean hexadecimal = part.startsWith("0x") || part.startsWith("0X");
        int radix = hexadecimal ? 16 : part.length() > 1 && part.startsWith("0") ? 8 : 10;
        String digits = hexadecimal ? part.substring(2) : part;
        if (part.isEmpty()) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), radix);
            if (digit < 0) {
                return -1;
            }
            number = Math.min(number * radix + digit, 1L << 32);
        }
        return number;
    }
}
