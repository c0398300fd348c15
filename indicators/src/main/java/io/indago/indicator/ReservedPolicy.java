package io.indago.indicator;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must not leave for an external provider: addresses, names and AS numbers that mean nothing outside, or that tell
 * strangers about the inside. The built-in ones follow RFC 1918, RFC 6890 and the IANA special-purpose registries, and
 * RFC 6761 for names; an organisation adds its own domains and ranges.
 *
 * <p>An IPv6 address that carries an IPv4 one is reserved when that one is; so is the reverse name
 * ({@code in-addr.arpa}, {@code ip6.arpa}) of a reserved address, and every single label. A network is reserved when an
 * address in it is, a URL when its host is, an e-mail address when its domain is. Public DNS resolvers are not reserved,
 * nor is {@code example.com}.
 *
 * @since 1.0
 */
public final class ReservedPolicy {
    private static final ReservedPolicy STANDARD = new ReservedPolicy(Map.of(), List.of());

    private final Map<String, String> ownDomains;
    private final List<AddressRange> ownRanges;

    private ReservedPolicy(Map<String, String> ownDomains, List<AddressRange> ownRanges) {
        this.ownDomains = Map.copyOf(ownDomains);
        this.ownRanges = List.copyOf(ownRanges);
    }

    /** The built-in rules alone. */
    public static ReservedPolicy standard() {
        return STANDARD;
    }

    /**
     * The built-in rules and an organisation's own.
     *
     * @param ownDomains names such as {@code corp.example}; each covers everything below it, and lets names parse whose
     *     suffix is no public one
     * @param ownRanges addresses, or ranges such as {@code 203.0.114.0/24}
     * @throws IllegalArgumentException naming the entry that is neither
     */
    public static ReservedPolicy of(Collection<String> ownDomains, Collection<String> ownRanges) {
        List<String> domains = ownDomains.stream().map(ReservedPolicy::domain).toList();
        List<AddressRange> ranges = ownRanges.stream()
                .map(range -> AddressRange.of(range, "own range " + range))
                .toList();
        return new ReservedPolicy(ReservedNames.own(domains), ranges);
    }

    private static String domain(String entry) {
        try {
            return HostNames.canonical(entry);
        } catch (InvalidIndicatorException e) {
            String message =
                    "own domain " + e.getMessage() + "; expected one like corp.example, which covers all below";
            throw new IllegalArgumentException(message, e);
        }
    }

    /** Why the name, in lower-case A-labels, must not leave. */
    Optional<String> reasonFor(String name) {
        return ReservedNames.lookUp(ownDomains, name)
                .or(() -> ReservedNames.reasonFor(name))
                .or(() -> ReverseName.address(name).flatMap(this::reasonFor));
    }

    /** Why the address, or the one it carries, must not leave. */
    Optional<String> reasonFor(IpAddress address) {
        return reasonFor(Network.only(address));
    }

    /** Why the network must not leave: an address in it, or one that such an address carries, must not. */
    Optional<String> reasonFor(Network network) {
        return AddressRange.reasonFor(network, ownRanges)
                .or(() -> ReservedRanges.reasonFor(network))
                .or(() -> EmbeddedIpv4.of(network).stream()
                        .flatMap(inside ->
                                reasonFor(inside.network())
                                        .map(reason -> inside.relation() + " address: " + reason)
                                        .stream())
                        .findFirst());
    }

    /** Why the AS number must not leave. */
    Optional<String> reasonFor(AsNumber number) {
        return ReservedAsNumbers.reasonFor(number);
    }
}
