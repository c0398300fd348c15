package io.indago.plugins.misp;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sorts tags by what they name: {@code misp-galaxy:threat-actor="Sofacy"} names an actor. */
final class MispTags {
    private static final Pattern CLUSTER = Pattern.compile("misp-galaxy:(?<galaxy>[^=]+)=\"(?<name>[^\"]+)\"");
    private static final Pattern TECHNIQUE = Pattern.compile("\\bT\\d{4}(?:\\.\\d{3})?\\b");
    private static final Set<String> FAMILIES = Set.of(
            "malpedia",
            "malware",
            "ransomware",
            "banker",
            "botnet",
            "stealer",
            "rat",
            "backdoor",
            "cryptominers",
            "exploit-kit",
            "tool",
            "mitre-malware",
            "mitre-tool",
            "mitre-enterprise-attack-malware");
    private static final Set<String> ACTORS = Set.of(
            "threat-actor",
            "mitre-intrusion-set",
            "mitre-enterprise-attack-intrusion-set",
            "microsoft-activity-group",
            "360net-threat-actor");
    private static final Set<String> TECHNIQUES =
            Set.of("mitre-attack-pattern", "mitre-enterprise-attack-attack-pattern");

    private final List<String> tags;

    MispTags(Collection<String> tags) {
        this.tags = tags.stream().distinct().toList();
    }

    List<String> malwareFamilies() {
        return clusters(FAMILIES).stream().map(MispTags::withoutId).toList();
    }

    List<String> actors() {
        return clusters(ACTORS).stream().map(MispTags::withoutId).toList();
    }

    List<String> techniques() {
        return clusters(TECHNIQUES).stream()
                .flatMap(name -> TECHNIQUE.matcher(name).results().map(found -> found.group()))
                .distinct()
                .toList();
    }

    /** All that are no cluster of a galaxy; the event's own TLP is one. */
    List<String> others() {
        return tags.stream().filter(tag -> !tag.startsWith("misp-galaxy:")).toList();
    }

    private List<String> clusters(Set<String> galaxies) {
        return tags.stream()
                .map(CLUSTER::matcher)
                .filter(Matcher::matches)
                .filter(cluster -> galaxies.contains(cluster.group("galaxy")))
                .map(cluster -> cluster.group("name"))
                .distinct()
                .toList();
    }

    /** {@code Emotet - S0367} is how MITRE's clusters are named. */
    private static String withoutId(String name) {
        return name.replaceFirst(" - [A-Z]\\d{4}$", "");
    }
}
