package io.indago.plugins.shodan;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a host's tags and vulnerabilities amount to. An open port or a weak service is a fact, no opinion; that the host
 * serves malware is one.
 */
record ShodanOpinion(int score, int confidence) {
    private static final Set<String> BAD_TAGS = Set.of("malware", "c2", "compromised");

    /** Empty where there are only facts. */
    static Optional<ShodanOpinion> of(List<String> tags, int vulnerabilities, boolean judgesVulnerabilities) {
        if (tags.stream().anyMatch(ShodanOpinion::isBad)) {
            return Optional.of(new ShodanOpinion(80, 70));
        }
        return judgesVulnerabilities && vulnerabilities > 0
                ? Optional.of(new ShodanOpinion(Math.min(50, 29 + vulnerabilities), 30))
                : Optional.empty();
    }

    static boolean isBad(String tag) {
        return BAD_TAGS.contains(tag);
    }
}
