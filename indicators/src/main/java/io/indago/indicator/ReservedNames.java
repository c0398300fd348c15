package io.indago.indicator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Names that are never public: special-use domains (RFC 6761 and its registry) and what networks use at home. */
final class ReservedNames {
    private static final Map<String, String> SUFFIXES = Map.ofEntries(
            Map.entry("localhost", "loopback name (RFC 6761)"),
            Map.entry("local", "multicast DNS name (RFC 6762)"),
            Map.entry("internal", "internal name (ICANN, 2024)"),
            Map.entry("home.arpa", "home network name (RFC 8375)"),
            Map.entry("test", "test name (RFC 6761)"),
            Map.entry("example", "example name (RFC 6761)"),
            Map.entry("invalid", "invalid name (RFC 6761)"),
            Map.entry("onion", "onion name (RFC 7686)"),
            Map.entry("alt", "name outside the DNS (RFC 9476)"),
            Map.entry("intranet", "private name (RFC 6762, appendix G)"),
            Map.entry("private", "private name (RFC 6762, appendix G)"),
            Map.entry("corp", "private name (RFC 6762, appendix G)"),
            Map.entry("home", "private name (RFC 6762, appendix G)"),
            Map.entry("lan", "private name (RFC 6762, appendix G)"),
            Map.entry("localdomain", "private name (customary)"));

    private ReservedNames() {}

    /** Why the name, in lower-case A-labels, is not public. */
    static Optional<String> reasonFor(String name) {
        return lookUp(SUFFIXES, name)
                .or(() -> name.indexOf('.') < 0 ? Optional.of("single label, not a public name") : Optional.empty());
    }

    /** What the map says of the name or the nearest name above it. */
    static Optional<String> lookUp(Map<String, String> suffixes, String name) {
        String rest = name;
        while (!suffixes.containsKey(rest)) {
            int dot = rest.indexOf('.');
            if (dot < 0) {
                return Optional.empty();
            }
            rest = rest.substring(dot + 1);
        }
        return Optional.of(suffixes.get(rest));
    }

    static Map<String, String> own(Iterable<String> domains) {
        Map<String, String> own = new LinkedHashMap<>();
        domains.forEach(domain -> own.put(domain, "own domain " + domain));
        return own;
    }
}
