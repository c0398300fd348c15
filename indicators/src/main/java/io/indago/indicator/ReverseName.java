package io.indago.indicator;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The address a reverse name stands for: {@code 1.0.0.10.in-addr.arpa} (RFC 1035, 3.5) and {@code ip6.arpa} (RFC 3596). */
final class ReverseName {
    private static final String IPV4 = ".in-addr.arpa";
    private static final String IPV6 = ".ip6.arpa";

    private ReverseName() {}

    static Optional<IpAddress> address(String name) {
        if (name.endsWith(IPV4)) {
            return IpAddress.parseIpv4(String.join(".", reversed(name, IPV4)));
        }
        if (name.endsWith(IPV6)) {
            List<String> nibbles = reversed(name, IPV6);
            return nibbles.size() == 32 && nibbles.stream().allMatch(nibble -> nibble.length() == 1)
                    ? IpAddress.parseIpv6(grouped(String.join("", nibbles)))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static List<String> reversed(String name, String suffix) {
        List<String> labels = Chars.split(name.substring(0, name.length() - suffix.length()), '.');
        Collections.reverse(labels);
        return labels;
    }

    private static String grouped(String digits) {
        StringBuilder text = new StringBuilder(digits);
        for (int index = 28; index > 0; index -= 4) {
            text.insert(index, ':');
        }
        return text.toString();
    }
}
