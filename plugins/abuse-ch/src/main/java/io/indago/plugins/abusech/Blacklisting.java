package io.indago.plugins.abusech;

import io.indago.spi.Evidence;
import io.indago.spi.JsonView;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What other lists say of a host: {@code {"spamhaus_dbl": "abused_legit_malware", "surbl": "not listed"}}. */
final class Blacklisting {
    private static final Map<String, String> LISTS = Map.of("spamhaus_dbl", "Spamhaus DBL", "surbl", "SURBL");
    private static final Set<String> NOT = Set.of("not listed", "not_listed", "unknown");

    private Blacklisting() {}

    static Stream<Evidence> of(JsonView body) {
        return body.at("/blacklists").fields().entrySet().stream()
                .flatMap(list -> list
                        .getValue()
                        .text()
                        .filter(said -> !said.isBlank() && !NOT.contains(said))
                        .map(said -> evidence(list.getKey(), said))
                        .stream());
    }

    private static Evidence evidence(String list, String said) {
        String victim = said.startsWith("abused_legit") ? ": a legitimate host that was compromised" : "";
        return Evidence.of("blacklist", LISTS.getOrDefault(list, list) + " says " + said + victim)
                .value(said);
    }
}
