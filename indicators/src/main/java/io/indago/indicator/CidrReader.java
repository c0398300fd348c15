package io.indago.indicator;

import io.indago.indicator.ParsedIndicator.Related;
import io.indago.indicator.ParsedIndicator.Warning;
import io.indago.spi.IndicatorType;
import java.util.ArrayList;
import java.util.List;

/**
 * Networks in CIDR notation (RFC 4632; RFC 4291, 2.3). Bits below the prefix are cleared, with a warning. A network is
 * one indicator, and never taken apart into its addresses.
 *
 * <p>A network shorter than /8 (IPv4) or /16 (IPv6) is refused: nobody holds one, it is a mistake.
 */
final class CidrReader {
    private static final int SHORTEST_IPV4 = 8;
    private static final int SHORTEST_IPV6 = 16;

    private final ReservedPolicy reserved;

    CidrReader(ReservedPolicy reserved) {
        this.reserved = reserved;
    }

    static boolean claims(String text) {
        int slash = text.indexOf('/');
        return slash > 0
                && Chars.all(text.substring(slash + 1), Chars::isDigit)
                && AddressReader.claimsAddress(text.substring(0, slash));
    }

    Reading read(String text) throws InvalidIndicatorException {
        int slash = text.indexOf('/');
        IpAddress address = AddressReader.address(text.substring(0, slash)).orElseThrow(() -> invalid(text));
        int bits = length(text.substring(slash + 1));
        if (bits < 0 || bits > address.length()) {
            throw invalid(text);
        }
        int shortest = address.type() == IndicatorType.IPV4 ? SHORTEST_IPV4 : SHORTEST_IPV6;
        if (bits < shortest) {
            throw Fault.NETWORK_TOO_LARGE.of(
                    text,
                    "is too large a network to be an indicator, expected a prefix length of at least " + shortest);
        }
        Network network = Network.of(address, bits);
        List<Warning> warnings = new ArrayList<>();
        if (!network.first().equals(address)) {
            warnings.add(new Warning("host-bits-masked", "read as all of " + network.text()));
        }
        List<Related> related =
                network.isSingle() ? List.of(new Related(address.type(), address.text(), "only-address")) : List.of();
        return Reading.simple(
                IndicatorType.CIDR, network.text(), List.of(), reserved.reasonFor(network), warnings, related);
    }

    private static int length(String text) {
        boolean written = text.length() <= 3 && (text.length() == 1 || text.charAt(0) != '0');
        return written ? Integer.parseInt(text) : -1;
    }

    private static InvalidIndicatorException invalid(String text) {
        return Fault.INVALID_CIDR.of(
                text,
                "looks like a network, expected a whole address and a prefix length up to 32 (IPv4) or 128 (IPv6)");
    }
}
