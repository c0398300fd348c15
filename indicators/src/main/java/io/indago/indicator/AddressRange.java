package io.indago.indicator;

import java.util.Optional;

/** A block of addresses and what is said of every address in it. */
final class AddressRange {
    private final byte[] prefix;
    private final int bits;
    private final String reason;

    private AddressRange(byte[] prefix, int bits, String reason) {
        this.prefix = prefix;
        this.bits = bits;
        this.reason = reason;
    }

    /**
     * A block written as address or address and prefix length.
     *
     * @throws IllegalArgumentException naming the text when it is no such block, or its address has bits set below the
     *     prefix and so may not mean what it says
     */
    static AddressRange of(String text, String reason) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        byte[] prefix = IpAddress.parseIpv4(address)
                .or(() -> IpAddress.parseIpv6(address))
                .map(IpAddress::bytes)
                .orElseThrow(() -> bad(text, "is no address range, expected one like 10.0.0.0/8 or 2001:db8::/32"));
        int bits = slash < 0 ? prefix.length * 8 : length(text.substring(slash + 1));
        if (bits < 0 || bits > prefix.length * 8) {
            throw bad(text, "has no prefix length from 0 to " + prefix.length * 8);
        }
        for (int bit = bits; bit < prefix.length * 8; bit++) {
            if ((prefix[bit / 8] & 0x80 >> bit % 8) != 0) {
                throw bad(text, "has bits set beyond its prefix length of " + bits);
            }
        }
        return new AddressRange(prefix, bits, reason);
    }

    private static int length(String text) {
        return text.length() <= 3 && Chars.all(text, Chars::isDigit) ? Integer.parseInt(text) : -1;
    }

    private static IllegalArgumentException bad(String text, String reason) {
        return new IllegalArgumentException("'" + Shown.of(text) + "' " + reason);
    }

    boolean contains(IpAddress address) {
        byte[] other = address.bytes();
        if (other.length != prefix.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (other[i] != prefix[i]) {
                return false;
            }
        }
        int mask = 0xff00 >> bits % 8 & 0xff;
        return mask == 0 || (other[whole] & mask) == (prefix[whole] & mask);
    }

    Optional<String> reasonFor(IpAddress address) {
        return contains(address) ? Optional.of(reason) : Optional.empty();
    }
}
