package io.indago.indicator;

import io.indago.indicator.ParsedIndicator.Related;
import io.indago.indicator.ParsedIndicator.Warning;
import io.indago.spi.IndicatorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the host of a URL as WHATWG URL's host parser does; a name must be one that can exist in the DNS. */
final class UrlHosts {
    /** Longer than any name and any spelling of an address that is not meant to waste our time. */
    private static final int MAX_LENGTH = 254;

    private final HostNames names;
    private final ReservedPolicy reserved;

    UrlHosts(HostNames names, ReservedPolicy reserved) {
        this.names = names;
        this.reserved = reserved;
    }

    /**
     * @param text as in the canonical URL
     * @param display as for people
     */
    record Host(
            String text, String display, Optional<String> reserved, List<Warning> warnings, List<Related> related) {}

    Host read(String url, String host) throws InvalidIndicatorException {
        if (host.isEmpty()) {
            throw Fault.INVALID_URL.of(url, "is no URL: it has no host");
        }
        if (host.startsWith("[")) {
            boolean closed = host.endsWith("]");
            return address(IpAddress.parseIpv6(closed ? host.substring(1, host.length() - 1) : "")
                    .orElseThrow(() -> Fault.INVALID_URL.of(url, "is no URL: its host is no IPv6 address")));
        }
        String decoded = Percent.decode(host);
        if (decoded.length() > MAX_LENGTH) {
            throw Fault.TOO_LONG.of(url, "has a host of " + decoded.length() + " characters, expected at most 253");
        }
        String ascii = Idna.toAscii(decoded);
        String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        if (AddressReader.endsInNumber(name)) {
            return address(UrlIpv4.parse(name)
                    .orElseThrow(() -> Fault.INVALID_URL.of(url, "is no URL: its host is no IPv4 address")));
        }
        return name(names.read(ascii));
    }

    private Host address(IpAddress address) {
        List<Related> related = new ArrayList<>();
        related.add(new Related(address.type(), address.text(), "ip"));
        address.embedded().map(EmbeddedIpv4::related).ifPresent(related::add);
        return new Host(address.urlText(), address.urlText(), reserved.reasonFor(address), List.of(), related);
    }

    /** A suffix alone can serve pages ({@code https://gov.uk/}), but is no indicator of its own. */
    private static Host name(HostName name) {
        List<Related> related = new ArrayList<>();
        if (!name.publicSuffix()) {
            related.add(new Related(name.type(), name.ascii(), "host"));
        }
        name.registeredAbove()
                .map(domain -> new Related(IndicatorType.DOMAIN, domain, "registered-domain"))
                .ifPresent(related::add);
        return new Host(name.ascii(), name.display(), name.reserved(), name.warnings(), related);
    }
}
