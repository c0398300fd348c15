package io.indago.indicator;

import com.google.common.net.InternetDomainName;
import java.util.List;
import java.util.Optional;

/**
 * Where a name's public suffix begins, by the list of publicsuffix.org that Guava carries.
 *
 * @param labels how many labels the suffix has, counting private suffixes such as {@code github.io}
 * @param registryLabels how many the suffix run by a registry has
 */
record PublicSuffixes(int labels, int registryLabels) {

    /** The suffix of the name; none if the list has no rule for its last label. */
    static Optional<PublicSuffixes> of(List<String> nameLabels) {
        String name = String.join(
                ".", nameLabels.stream().map(PublicSuffixes::guavaSafe).toList());
        if (!InternetDomainName.isValid(name)) {
            return Optional.empty();
        }
        InternetDomainName parsed = InternetDomainName.from(name);
        return parsed.hasPublicSuffix() && parsed.hasRegistrySuffix()
                ? Optional.of(new PublicSuffixes(
                        parsed.publicSuffix().parts().size(),
                        parsed.registrySuffix().parts().size()))
                : Optional.empty();
    }

    /** Guava refuses hyphens and underscores at the edges; no rule has them, so a stand-in counts the same. */
    private static String guavaSafe(String label) {
        return Chars.isAlphanumeric(label.charAt(0)) && Chars.isAlphanumeric(label.charAt(label.length() - 1))
                ? label
                : "x";
    }
}
