package io.indago.plugins.otx;

import io.indago.spi.Evidence;
import io.indago.spi.JsonView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What AlienVault's own systems found.
 *
 * @param threatScore of an address its sensors saw doing harm; 0 where they saw nothing
 * @param activities what they saw it doing
 * @param detections of a file, {@code clamav Win.Trojan.Example}
 * @param fileType of a file
 */
record Scans(long threatScore, List<String> activities, List<String> detections, Optional<String> fileType) {

    static Scans of(Sections sections) {
        // The general section has the same score as a number
        long threatScore = Stream.of("/reputation/threat_score", "/reputation")
                .flatMap(sections::all)
                .flatMap(score -> score.integer().stream().boxed())
                .max(Long::compare)
                .orElse(0L);
        return new Scans(
                threatScore,
                sections.items("/reputation/activities")
                        .flatMap(activity -> activity.at("/name").text().stream())
                        .toList(),
                sections.all("/analysis/plugins")
                        .flatMap(plugins -> plugins.fields().entrySet().stream())
                        .flatMap(plugin -> detection(plugin.getValue()).map(name -> plugin.getKey() + " " + name))
                        .toList(),
                sections.text("/analysis/info/results/file_type"));
    }

    private static Stream<String> detection(JsonView plugin) {
        return plugin.at("/results/detection").text().filter(name -> !name.isBlank()).stream();
    }

    boolean isEmpty() {
        return evidence().isEmpty();
    }

    List<Evidence> evidence() {
        return Stream.of(
                        Evidence.listing("detections", "detected by ", detections),
                        Optional.of(threatScore).filter(score -> score > 0).map(score -> Evidence.of(
                                        "threat-score", "AlienVault's sensors give it a threat score of " + score)
                                .value(Long.toString(score))),
                        Evidence.listing("activities", "AlienVault's sensors saw it as ", activities),
                        fileType.map(type ->
                                Evidence.of("file-type", "it is " + type).value(type)))
                .flatMap(Optional::stream)
                .toList();
    }
}
