package io.indago.toolkit.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.indago.spi.Report;
import io.indago.toolkit.jq.Jq;
import io.indago.toolkit.jq.Variables;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a reply says, as a report. What strangers wrote and is of the right kind, but no country, time, URL or indicator, is
 * left out, as {@link Report.Builder} does for providers in Java.
 *
 * @param fields the expressions by their names in the descriptor
 */
public record ReportMapping(
        Jq summary, Map<String, Jq> fields, List<EvidenceMapping> evidence, List<RelatedMapping> related) {

    public ReportMapping {
        fields = Map.copyOf(fields);
        evidence = List.copyOf(evidence);
        related = List.copyOf(related);
    }

    /** The report of that reply. */
    public Report report(JsonNode reply, Variables variables) {
        Reading reading = new Reading(reply, variables);
        Report.Builder report = Report.hit(
                reading.text(summary).orElseThrow(() -> summary.badReply("gave nothing, expected a sentence")));
        opinion(reading, report);
        evidence.forEach(piece -> piece.of(reading).ifPresent(report::evidence));
        report.tags(reading.texts(field("tags")))
                .malwareFamilies(reading.texts(field("families")))
                .actors(reading.texts(field("actors")))
                .techniques(reading.texts(field("techniques")));
        related.forEach(each -> each.of(reading).forEach(report::related));
        reading.texts(field("references")).stream()
                .flatMap(page -> page(page).stream())
                .forEach(report::reference);
        reading.text(field("country")).ifPresent(report::country);
        reading.asn(field("asn")).ifPresent(report::asn);
        reading.text(field("asOwner")).ifPresent(report::asOwner);
        reading.text(field("network")).ifPresent(report::network);
        reading.time(field("firstSeen"), report::firstSeen, report::firstSeen);
        reading.time(field("lastSeen"), report::lastSeen, report::lastSeen);
        return report.build();
    }

    private void opinion(Reading reading, Report.Builder report) {
        OptionalInt score = reading.percent(field("score"));
        if (score.isPresent()) {
            Jq confidence = field("confidence").orElseThrow();
            report.opinion(
                    score.getAsInt(),
                    reading.percent(Optional.of(confidence))
                            .orElseThrow(() -> confidence.badReply("gave nothing, but there is a score")));
        }
    }

    private static Optional<URI> page(String written) {
        try {
            URI page = URI.create(written.strip());
            boolean web = "https".equals(page.getScheme()) || "http".equals(page.getScheme());
            return web && page.getHost() != null ? Optional.of(page) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Jq> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
