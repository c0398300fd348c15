package io.indago.indicator;

import java.util.List;
import java.util.Optional;

/**
 * The blocks that mean nothing outside a network, or tell strangers about the inside of ours: the IANA special-purpose
 * registries (RFC 6890 and what was registered since). The first match names the reason, so the narrow come first.
 */
final class ReservedRanges {
    private static final List<AddressRange> RANGES = List.of(
            AddressRange.of("0.0.0.0", "unspecified address (RFC 1122)"),
            AddressRange.of("0.0.0.0/8", "this network (RFC 791)"),
            AddressRange.of("10.0.0.0/8", "private address (RFC 1918)"),
            AddressRange.of("100.64.0.0/10", "carrier-grade NAT (RFC 6598)"),
            AddressRange.of("127.0.0.0/8", "loopback (RFC 1122)"),
            AddressRange.of("169.254.0.0/16", "link-local (RFC 3927)"),
            AddressRange.of("172.16.0.0/12", "private address (RFC 1918)"),
            AddressRange.of("192.0.0.0/24", "protocol assignments (RFC 6890)"),
            AddressRange.of("192.0.2.0/24", "documentation (RFC 5737)"),
            AddressRange.of("192.168.0.0/16", "private address (RFC 1918)"),
            AddressRange.of("198.18.0.0/15", "benchmarking (RFC 2544)"),
            AddressRange.of("198.51.100.0/24", "documentation (RFC 5737)"),
            AddressRange.of("203.0.113.0/24", "documentation (RFC 5737)"),
            AddressRange.of("224.0.0.0/4", "multicast (RFC 5771)"),
            AddressRange.of("255.255.255.255", "broadcast (RFC 919)"),
            AddressRange.of("240.0.0.0/4", "reserved for future use (RFC 1112)"),
            AddressRange.of("::", "unspecified address (RFC 4291)"),
            AddressRange.of("::1", "loopback (RFC 4291)"),
            AddressRange.of("64:ff9b:1::/48", "local NAT64 (RFC 8215)"),
            AddressRange.of("100::/64", "discard-only (RFC 6666)"),
            AddressRange.of("100:0:0:1::/64", "dummy prefix (RFC 9780)"),
            AddressRange.of("2001:2::/48", "benchmarking (RFC 5180)"),
            AddressRange.of("2001:10::/28", "ORCHID (RFC 4843)"),
            AddressRange.of("2001:20::/28", "ORCHIDv2 (RFC 7343)"),
            AddressRange.of("2001:db8::/32", "documentation (RFC 3849)"),
            AddressRange.of("3fff::/20", "documentation (RFC 9637)"),
            AddressRange.of("5f00::/16", "segment routing (RFC 9602)"),
            AddressRange.of("fc00::/7", "unique local address (RFC 4193)"),
            AddressRange.of("fe80::/10", "link-local (RFC 4291)"),
            AddressRange.of("fec0::/10", "site-local (RFC 3879)"),
            AddressRange.of("ff00::/8", "multicast (RFC 4291)"));

    private ReservedRanges() {}

    static Optional<String> reasonFor(Network network) {
        return AddressRange.reasonFor(network, RANGES);
    }
}
