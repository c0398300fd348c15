package io.indago.indicator;

import java.util.List;
import java.util.Optional;

/** A block of addresses and what is said of every address in it. */
record AddressRange(Network network, String reason) {
    /**
     * A block written as address or address and prefix length.
     *
     * @throws IllegalArgumentException naming the text when it is no such block, or its address has bits set below the
     *     prefix and so may not mean what it says
     */
    static AddressRange of(String text, String reason) {
        int slash = text.indexOf('/');
        String written = slash < 0 ? text : text.substring(0, slash);
        IpAddress address = IpAddress.parseIpv4(written)
                .or(() -> IpAddress.parseIpv6(written))
                .orElseThrow(() -> bad(text, "is no address range, expected one like 10.0.0.0/8 or 2001:db8::/32"));
        int bits = slash < 0 ? address.length() : length(text.substring(slash + 1));
        if (bits < 0 || bits > address.length()) {
            throw bad(text, "has no prefix length from 0 to " + address.length());
        }
        Network network = Network.of(address, bits);
        if (!network.first().equals(address)) {
            throw bad(text, "has bits set beyond its prefix length of " + bits);
        }
        return new AddressRange(network, reason);
    }

    private static int length(String text) {
        return text.length() <= 3 && Chars.all(text, Chars::isDigit) ? Integer.parseInt(text) : -1;
    }

    private static IllegalArgumentException bad(String text, String reason) {
        return new IllegalArgumentException("'" + Shown.of(text) + "' " + reason);
    }

    /** What the first range says that the network is in, or else the first that it has a part of. */
    static Optional<String> reasonFor(Network network, List<AddressRange> ranges) {
        return ranges.stream()
                .filter(range -> range.network.contains(network))
                .map(AddressRange::reason)
                .findFirst()
                .or(() -> ranges.stream()
                        .filter(range -> network.contains(range.network))
                        .map(range -> "overlaps " + range.reason)
                        .findFirst());
    }
}
