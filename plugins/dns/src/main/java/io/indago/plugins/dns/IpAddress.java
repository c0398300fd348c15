package io.indago.plugins.dns;

import io.indago.spi.IndicatorType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An IP address read from text. {@link java.net.InetAddress} is no use here: given anything but an address it would ask
 * the system's resolver.
 *
 * @param text as it was read, in lower case
 * @param octets 4 or 16
 */
record IpAddress(String text, List<Integer> octets) {
    private static final int V4_OCTETS = 4;
    private static final int V6_OCTETS = 16;

    IpAddress {
        octets = List.copyOf(octets);
    }

    /** Reads dotted decimal without leading zeros, or the forms of RFC 4291 section 2.2; empty when it is neither. */
    static Optional<IpAddress> parse(String text) {
        return (text.contains(":") ? v6(text) : v4(text))
                .map(octets -> new IpAddress(text.toLowerCase(Locale.ROOT), octets));
    }

    IndicatorType type() {
        return octets.size() == V4_OCTETS ? IndicatorType.IPV4 : IndicatorType.IPV6;
    }

    /** The name whose PTR record names the address: RFC 1035 section 3.5, RFC 3596 section 2.5. */
    String reverseName() {
        return octets.size() == V4_OCTETS
                ? reversed(octets.stream().map(String::valueOf)) + "in-addr.arpa"
                : reversed(octets.stream().flatMap(octet -> Stream.of(nibble(octet >> 4), nibble(octet & 0xf))))
                        + "ip6.arpa";
    }

    private static String nibble(int value) {
        return Integer.toHexString(value);
    }

    private static String reversed(Stream<String> labels) {
        return labels.reduce("", (done, label) -> label + "." + done);
    }

    private static Optional<List<Integer>> v4(String text) {
        String[] parts = text.split("\\.", -1);
        return parts.length == V4_OCTETS && Stream.of(parts).allMatch(part -> part.matches("0|[1-9]\\d{0,2}"))
                ? Optional.of(Stream.of(parts).map(Integer::valueOf).toList())
                        .filter(octets -> octets.stream().allMatch(octet -> octet <= 255))
                : Optional.empty();
    }

    private static Optional<List<Integer>> v6(String text) {
        if (text.contains(".")) {
            int last = text.lastIndexOf(':') + 1;
            return v4(text.substring(last)).flatMap(octets -> v6(text.substring(0, last) + asGroups(octets)));
        }
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text).filter(octets -> octets.size() == V6_OCTETS);
        }
        return groups(text.substring(0, gap)).flatMap(head -> groups(text.substring(gap + 2))
                .filter(tail -> head.size() + tail.size() < V6_OCTETS)
                .map(tail -> fill(head, tail)));
    }

    private static String asGroups(List<Integer> octets) {
        return String.format("%02x%02x:%02x%02x", octets.toArray());
    }

    /** The octets of groups with colons between them. */
    private static Optional<List<Integer>> groups(String text) {
        List<Integer> octets = new ArrayList<>();
        for (String group : text.isEmpty() ? new String[0] : text.split(":", -1)) {
            if (!group.matches("[0-9a-fA-F]{1,4}")) {
                return Optional.empty();
            }
            int value = Integer.parseInt(group, 16);
            octets.add(value >> 8);
            octets.add(value & 0xff);
        }
        return Optional.of(octets);
    }

    /** With the zeros that a double colon stands for in between. */
    private static List<Integer> fill(List<Integer> head, List<Integer> tail) {
        List<Integer> octets = new ArrayList<>(head);
        octets.addAll(Collections.nCopies(V6_OCTETS - head.size() - tail.size(), 0));
        octets.addAll(tail);
        return octets;
    }
}
