package io.indago.plugins.virustotal;

import io.indago.spi.Evidence;
import io.indago.spi.JsonView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What supports VirusTotal's opinion beside the {@linkplain Detections count}, from an object's attributes.
 *
 * @see <a href="https://docs.virustotal.com/reference/files">Files</a> and the pages on URLs, domains and IP addresses
 */
final class VirusTotalEvidence {
    private final JsonView attributes;

    VirusTotalEvidence(JsonView attributes) {
        this.attributes = attributes;
    }

    /** What there is, the strongest first. */
    List<Evidence> pieces() {
        return Stream.of(
                        engines(),
                        threatLabel(),
                        categories(),
                        votes(),
                        reputation(),
                        names(),
                        fileType(),
                        registration())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Evidence> engines() {
        List<String> detecting = attributes.at("/last_analysis_results").fields().entrySet().stream()
                .filter(result -> isDetection(result.getValue().textAt("/category", "")))
                .map(Map.Entry::getKey)
                .toList();
        return Evidence.listing("engines", "detected or suspected by ", detecting);
    }

    private static boolean isDetection(String category) {
        return category.equals("malicious") || category.equals("suspicious");
    }

    private Optional<Evidence> threatLabel() {
        return text("/popular_threat_classification/suggested_threat_label")
                .map(label -> Evidence.of("threat-label", "its detections amount to " + label)
                        .value(label));
    }

    /** Of a domain or URL: what each categorising service calls it. */
    private Optional<Evidence> categories() {
        return Evidence.listing(
                "categories",
                "categorised as ",
                attributes.at("/categories").fields().values().stream()
                        .flatMap(category -> category.text().stream())
                        .toList());
    }

    private Optional<Evidence> votes() {
        long malicious = attributes.integerAt("/total_votes/malicious", 0);
        long harmless = attributes.integerAt("/total_votes/harmless", 0);
        return malicious == 0 && harmless == 0
                ? Optional.empty()
                : Optional.of(Evidence.of(
                        "votes", "community votes: " + malicious + " malicious, " + harmless + " harmless"));
    }

    private Optional<Evidence> reputation() {
        return attributes.at("/reputation").integer().stream()
                .filter(reputation -> reputation != 0)
                .mapToObj(reputation -> Evidence.of("reputation", "community reputation " + reputation)
                        .value(Long.toString(reputation)))
                .findFirst();
    }

    private Optional<Evidence> names() {
        return Evidence.listing("names", "seen as ", attributes.at("/names").texts());
    }

    private Optional<Evidence> fileType() {
        return text("/type_description").map(type -> {
            long size = attributes.integerAt("/size", 0);
            return Evidence.of("file-type", size > 0 ? type + ", " + size + " bytes" : type)
                    .value(type);
        });
    }

    /** Of a domain: only they have a registrar. A file's creation date is what its author wrote into it. */
    private Optional<Evidence> registration() {
        return text("/registrar").map(registrar -> {
            String day = Times.at(attributes, "/creation_date")
                    .map(VirusTotalEvidence::day)
                    .map(" on "::concat)
                    .orElse("");
            return Evidence.of("registration", "registered" + day + " with " + registrar);
        });
    }

    private static String day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private Optional<String> text(String pointer) {
        return attributes.at(pointer).text().filter(text -> !text.isBlank());
    }
}
