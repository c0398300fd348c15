package io.indago.indicator;

import io.indago.indicator.ParsedIndicator.Related;
import io.indago.indicator.ParsedIndicator.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Bare addresses: IPv4 as four decimal octets and nothing else (the short, octal and hexadecimal forms are only read
 * inside URLs), IPv6 in every spelling of RFC 4291, with or without brackets and zone.
 */
final class AddressReader {
    private static final Set<String> PUBLIC_RESOLVERS = Set.of(
            "1.0.0.1",
            "1.1.1.1",
            "8.8.4.4",
            "8.8.8.8",
            "9.9.9.9",
            "94.140.14.14",
            "94.140.15.15",
            "149.112.112.112",
            "208.67.220.220",
            "208.67.222.222",
            "2001:4860:4860::8844",
            "2001:4860:4860::8888",
            "2606:4700:4700::1001",
            "2606:4700:4700::1111",
            "2620:119:35::35",
            "2620:119:53::53",
            "2620:fe::9",
            "2620:fe::fe");

    private final ReservedPolicy reserved;

    AddressReader(ReservedPolicy reserved) {
        this.reserved = reserved;
    }

    static boolean claims(String text) {
        return isLikeIpv6(withoutZone(unwrapped(text))) || isLikeIpv4(text);
    }

    /** Whether the part of a network before the slash is an address, or a misspelled IPv4 one. */
    static boolean claimsAddress(String text) {
        return isLikeIpv4(text) || address(text).isPresent();
    }

    /** Without a zone; brackets are fine. */
    static Optional<IpAddress> address(String text) {
        return IpAddress.parseIpv4(text).or(() -> IpAddress.parseIpv6(unwrapped(text)));
    }

    Reading read(String text) throws InvalidIndicatorException {
        List<Warning> warnings = new ArrayList<>();
        IpAddress address = isLikeIpv4(text) ? readIpv4(text) : readIpv6(text, warnings);
        String value = address.text();
        if (PUBLIC_RESOLVERS.contains(value)) {
            warnings.add(new Warning("public-resolver", value + " is a public DNS resolver, rarely an indicator"));
        }
        List<Related> related =
                address.embedded().map(EmbeddedIpv4::related).stream().toList();
        Optional<String> reason = reserved.reasonFor(address);
        return Reading.simple(address.type(), value, List.of(), reason, warnings, related);
    }

    private static IpAddress readIpv4(String text) throws InvalidIndicatorException {
        return IpAddress.parseIpv4(text)
                .orElseThrow(() -> Fault.INVALID_IPV4.of(
                        text, "looks like an IPv4 address, expected four numbers from 0 to 255 without leading zeros"));
    }

    private static IpAddress readIpv6(String text, List<Warning> warnings) throws InvalidIndicatorException {
        String unwrapped = unwrapped(text);
        String address = withoutZone(unwrapped);
        if (address.length() < unwrapped.length()) {
            warnings.add(new Warning("zone-stripped", "the zone of an address means something on one machine only"));
        }
        return IpAddress.parseIpv6(address)
                .orElseThrow(() -> Fault.INVALID_IPV6.of(
                        text, "looks like an IPv6 address, expected eight groups of hexadecimal digits, or :: once"));
    }

    private static boolean isLikeIpv6(String text) {
        return Chars.count(text, ':') >= 2 && Chars.all(text, c -> Chars.isHex(c) || c == ':' || c == '.');
    }

    private static boolean isLikeIpv4(String text) {
        return Chars.all(text, c -> Chars.isAlphanumeric(c) || c == '.') && endsInNumber(text);
    }

    /** Whether the last label is a number, as WHATWG URL asks it of a host: no top-level domain is one. */
    static boolean endsInNumber(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        boolean hexadecimal = last.startsWith("0x") || last.startsWith("0X");
        return Chars.all(last, Chars::isDigit)
                || hexadecimal && last.substring(2).chars().allMatch(Chars::isHex);
    }

    private static String unwrapped(String text) {
        return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    }

    private static String withoutZone(String text) {
        int zone = text.indexOf('%');
        return zone > 0 && Chars.all(text.substring(zone + 1), AddressReader::isZone) ? text.substring(0, zone) : text;
    }

    private static boolean isZone(int character) {
        return Chars.isAlphanumeric(character) || "-._~".indexOf(character) >= 0;
    }
}
