package io.indago.indicator;

import io.indago.indicator.ParsedIndicator.Related;
import io.indago.spi.IndicatorType;
import java.util.List;
import java.util.Optional;

/**
 * An IPv4 address carried by an IPv6 one.
 *
 * @param relation how it is carried
 */
record EmbeddedIpv4(String relation, IpAddress address) {
    private static final List<Carrier> CARRIERS = List.of(
            new Carrier("ipv4-mapped", "::ffff:0:0/96", 12, false), // RFC 4291, 2.5.5.2
            new Carrier("nat64", "64:ff9b::/96", 12, false), // RFC 6052
            new Carrier("6to4", "2002::/16", 2, false), // RFC 3056
            new Carrier("teredo", "2001::/32", 12, true)); // RFC 4380
    private static final AddressRange COMPATIBLE = AddressRange.of("::/96", "IPv4-compatible"); // RFC 4291, 2.5.5.1
    private static final AddressRange UNSPECIFIED_AND_LOOPBACK = AddressRange.of("::/127", "not IPv4 at all");

    static Optional<EmbeddedIpv4> of(IpAddress address) {
        if (address.type() != IndicatorType.IPV6) {
            return Optional.empty();
        }
        for (Carrier carrier : CARRIERS) {
            if (carrier.range.contains(address)) {
                IpAddress inside = address.ipv4At(carrier.offset);
                return Optional.of(new EmbeddedIpv4(carrier.relation, carrier.inverted ? inverted(inside) : inside));
            }
        }
        boolean compatible = COMPATIBLE.contains(address) && !UNSPECIFIED_AND_LOOPBACK.contains(address);
        return compatible ? Optional.of(new EmbeddedIpv4("ipv4-compatible", address.ipv4At(12))) : Optional.empty();
    }

    Related related() {
        return new Related(IndicatorType.IPV4, address.text(), relation);
    }

    /** Teredo hides its client from translators by inverting every bit. */
    private static IpAddress inverted(IpAddress address) {
        byte[] bytes = address.bytes();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
        return new IpAddress(bytes);
    }

    private record Carrier(String relation, AddressRange range, int offset, boolean inverted) {
        Carrier(String relation, String range, int offset, boolean inverted) {
            this(relation, AddressRange.of(range, relation), offset, inverted);
        }
    }
}
