package io.indago.indicator;

import io.indago.indicator.ParsedIndicator.Related;
import io.indago.spi.IndicatorType;
import java.util.ArrayList;
import java.util.List;

/**
 * The IPv4 addresses carried by IPv6 ones.
 *
 * @param relation how they are carried
 * @param network a single address where a single one carries it
 */
record EmbeddedIpv4(String relation, Network network) {
    private static final List<Carrier> CARRIERS = List.of(
            new Carrier("ipv4-mapped", "::ffff:0:0/96", 12, false), // RFC 4291, 2.5.5.2
            new Carrier("nat64", "64:ff9b::/96", 12, false), // RFC 6052
            new Carrier("6to4", "2002::/16", 2, false), // RFC 3056
            new Carrier("teredo", "2001::/32", 12, true), // RFC 4380
            new Carrier("ipv4-compatible", "::/96", 12, false)); // RFC 4291, 2.5.5.1
    private static final Network UNSPECIFIED_AND_LOOPBACK =
            AddressRange.of("::/127", "not IPv4 at all").network();

    /** One for each way in which addresses of the network carry others; none for IPv4. */
    static List<EmbeddedIpv4> of(Network network) {
        List<EmbeddedIpv4> embedded = new ArrayList<>();
        if (!UNSPECIFIED_AND_LOOPBACK.contains(network)) {
            for (Carrier carrier : CARRIERS) {
                if (carrier.network.overlaps(network)) {
                    embedded.add(new EmbeddedIpv4(carrier.relation, carrier.inside(network)));
                }
            }
        }
        return embedded;
    }

    /** Of a single address. */
    Related related() {
        return new Related(IndicatorType.IPV4, network.first().text(), relation);
    }

    private record Carrier(String relation, Network network, int offset, boolean inverted) {
        Carrier(String relation, String network, int offset, boolean inverted) {
            this(relation, AddressRange.of(network, relation).network(), offset, inverted);
        }

        /** What is left of the network behind the offset: everything, where it ends before. */
        Network inside(Network carrying) {
            IpAddress inside = carrying.first().ipv4At(offset);
            int bits = Math.max(0, Math.min(32, carrying.bits() - 8 * offset));
            return Network.of(inverted ? inverted(inside) : inside, bits);
        }

        /** Teredo hides its client from translators by inverting every bit. */
        private static IpAddress inverted(IpAddress address) {
            byte[] bytes = address.bytes();
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) ~bytes[i];
            }
            return new IpAddress(bytes);
        }
    }
}
