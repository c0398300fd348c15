package io.indago.plugins.nvd;

import io.indago.spi.Evidence;
import io.indago.spi.JsonView;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How grave a vulnerability is.
 *
 * @param version of the Common Vulnerability Scoring System
 * @param severity in a word, blank where nobody says
 * @param vector what the score is made of, blank where nobody says
 */
record Cvss(String version, double score, String severity, String vector) {

    /**
     * By the newest version there is; of several in one, that of NVD's own analysts, who leave many to those who reported
     * them.
     */
    static Optional<Cvss> of(JsonView metrics) {
        return Stream.of("V40", "V31", "V30", "V2")
                .map(version -> metrics.at("/cvssMetric" + version).items())
                .flatMap(scores -> Stream.concat(
                        scores.stream().filter(Cvss::isPrimary), scores.stream().filter(score -> !isPrimary(score))))
                .flatMap(score -> read(score).stream())
                .findFirst();
    }

    private static boolean isPrimary(JsonView score) {
        return score.textAt("/type", "").equals("Primary");
    }

    private static Optional<Cvss> read(JsonView score) {
        JsonView data = score.at("/cvssData");
        return data.at("/baseScore").number().stream()
                .filter(points -> points >= 0 && points <= 10)
                .mapToObj(points -> new Cvss(
                        data.textAt("/version", ""),
                        points,
                        // Version 2 has it one level up
                        data.at("/baseSeverity")
                                .text()
                                .or(() -> score.at("/baseSeverity").text())
                                .orElse(""),
                        data.textAt("/vectorString", "")))
                .findFirst();
    }

    /** {@code CVSS 3.1: 8.8, HIGH}. */
    String text() {
        String system = version.isBlank() ? "CVSS" : "CVSS " + version;
        return system + ": " + score + (severity.isBlank() ? "" : ", " + severity);
    }

    Evidence evidence() {
        return Evidence.of("cvss", text() + (vector.isBlank() ? "" : " (" + vector + ")"))
                .value(Double.toString(score));
    }
}
