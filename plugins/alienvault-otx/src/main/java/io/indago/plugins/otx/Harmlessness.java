package io.indago.plugins.otx;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who says that an indicator is harmless: lists of popular and of allowed names, and OTX's own reviewers. */
final class Harmlessness {
    private static final Set<String> LISTS = Set.of("whitelist", "majestic", "akamai", "alexa");

    private Harmlessness() {}

    static List<String> sources(Sections sections) {
        Stream<String> lists = sections.items("/validation")
                .flatMap(validation -> validation.at("/source").text().stream())
                .filter(LISTS::contains);
        Stream<String> reviewers = sections.items("/false_positive").limit(1).map(report -> "OTX's reviewers");
        return Stream.concat(lists, reviewers).distinct().toList();
    }
}
