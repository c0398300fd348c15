package io.indago.indicator;

import java.util.List;
import java.util.Optional;

/**
 * Reads host names, for {@link DomainReader} and for the hosts of URLs.
 *
 * <p>At most 253 characters, labels of 1 to 63 letters, digits, hyphens and underscores (RFC 1035, RFC 2181). The
 * registered domain is stricter: no underscore, no hyphen at an edge (RFC 952, RFC 1123).
 */
final class HostNames {
    private static final int MAX_LENGTH = 253;
    private static final int MAX_LABEL = 63;

    private final ReservedPolicy reserved;

    HostNames(ReservedPolicy reserved) {
        this.reserved = reserved;
    }

    HostName read(String text) throws InvalidIndicatorException {
        String name = canonical(text);
        List<String> labels = Chars.split(name, '.');
        Optional<String> reason = reserved.reasonFor(name);
        Optional<PublicSuffixes> suffix = PublicSuffixes.of(labels);
        if (suffix.isEmpty() && reason.isEmpty()) {
            throw Fault.NOT_PUBLIC_SUFFIX.of(
                    text, "ends in '" + labels.get(labels.size() - 1) + "', which is not a public suffix");
        }
        boolean isSuffix = suffix.filter(s -> s.labels() == labels.size()).isPresent();
        boolean isRegistrySuffix =
                suffix.filter(s -> s.registryLabels() == labels.size()).isPresent();
        Optional<String> registered = suffix.map(s -> registered(labels, isSuffix ? s.registryLabels() : s.labels()))
                .filter(domain -> !domain.isEmpty());
        if (registered.isPresent() && !isRegistrable(registered.get())) {
            throw Fault.INVALID_NAME.of(
                    text, "has no registered domain: '" + registered.get() + "' breaks the rules for one");
        }
        return new HostName(name, registered, isSuffix && !isRegistrySuffix, isRegistrySuffix, reason);
    }

    /** Lower-case A-labels without a trailing dot, whatever the suffix. */
    static String canonical(String text) throws InvalidIndicatorException {
        if (text.length() > MAX_LENGTH + 1) {
            throw Fault.TOO_LONG.of(text, "has " + text.length() + " characters, expected a name of at most 253");
        }
        String ascii = Idna.toAscii(text);
        String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        if (name.length() > MAX_LENGTH) {
            throw Fault.TOO_LONG.of(text, "has " + name.length() + " characters as A-labels, expected at most 253");
        }
        for (String label : Chars.split(name, '.')) {
            if (label.length() > MAX_LABEL || !Chars.all(label, HostNames::isNameCharacter)) {
                throw Fault.INVALID_NAME.of(
                        text, "is no host name, expected labels of 1 to 63 letters, digits, hyphens and underscores");
            }
        }
        if (Chars.all(name, c -> !Chars.isAlphanumeric(c))) {
            throw Fault.INVALID_NAME.of(text, "is no host name, expected a letter or digit in it");
        }
        if (AddressReader.endsInNumber(name)) {
            throw Fault.INVALID_NAME.of(text, "is no host name, expected a last label that is not a number");
        }
        return name;
    }

    private static String registered(List<String> labels, int suffixLabels) {
        int first = labels.size() - suffixLabels - 1;
        return first < 0 ? "" : String.join(".", labels.subList(first, labels.size()));
    }

    private static boolean isRegistrable(String domain) {
        String label = domain.substring(0, domain.indexOf('.'));
        return !label.startsWith("-") && !label.endsWith("-") && label.indexOf('_') < 0;
    }

    static boolean isNameCharacter(int character) {
        return Chars.isAlphanumeric(character) || character == '-' || character == '_';
    }
}
