package io.indago.plugins.dns;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The networks no public name should point at: IANA's "IPv4 and IPv6 Special-Purpose Address Registries" where not
 * globally reachable, multicast, and all of IPv6 outside global unicast.
 */
final class ReservedNetworks {
    private static final List<Network> V4 = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3")
            .map(Network::of)
            .toList();
    private static final Network V6_GLOBAL = Network.of("2000::/3");
    private static final List<Network> V6_DOCUMENTATION =
            Stream.of("2001:db8::/32", "3fff::/20").map(Network::of).toList();

    private ReservedNetworks() {}

    static boolean contain(IpAddress address) {
        return switch (address.type()) {
            case IPV4 -> V4.stream().anyMatch(network -> network.contains(address));
            default ->
                !V6_GLOBAL.contains(address)
                        || V6_DOCUMENTATION.stream().anyMatch(network -> network.contains(address));
        };
    }

    private record Network(IpAddress first, int bits) {

        static Network of(String cidr) {
            int slash = cidr.indexOf('/');
            return new Network(
                    IpAddress.parse(cidr.substring(0, slash)).orElseThrow(),
                    Integer.parseInt(cidr.substring(slash + 1)));
        }

        boolean contains(IpAddress address) {
            return IntStream.range(0, bits).allMatch(bit -> bit(first, bit) == bit(address, bit));
        }

        private static int bit(IpAddress address, int index) {
            return address.octets().get(index / 8) >> (7 - index % 8) & 1;
        }
    }
}
