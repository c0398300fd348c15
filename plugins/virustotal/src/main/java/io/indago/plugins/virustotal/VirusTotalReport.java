package io.indago.plugins.virustotal;

import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads VirusTotal's envelope, {@code {"data": {"attributes": …}}} or {@code {"error": {"code": …}}}. */
final class VirusTotalReport {
    private final JsonView attributes;

    private VirusTotalReport(JsonView attributes) {
        this.attributes = attributes;
    }

    /**
     * The report in that body.
     *
     * @throws ProviderException when it is an error, or not VirusTotal's envelope
     */
    static Report of(VirusTotalObject object, JsonView body) {
        if (body.at("/error").kind() == JsonView.Kind.OBJECT) {
            String code = body.textAt("/error/code", "");
            if (code.equals(VirusTotalError.NOT_FOUND)) {
                return Report.noData("VirusTotal doesn't know it");
            }
            throw VirusTotalError.of(code);
        }
        JsonView attributes = body.at("/data/attributes");
        if (attributes.kind() != JsonView.Kind.OBJECT) {
            throw ProviderException.of(
                    ErrorKind.BAD_REPLY, "VirusTotal's reply has no object at /data/attributes, nor an error");
        }
        return new VirusTotalReport(attributes).read(object);
    }

    private Report read(VirusTotalObject object) {
        Optional<Detections> detections = Detections.of(attributes);
        Report.Builder report = Report.hit(
                detections.map(Detections::sentence).orElse("VirusTotal knows it, but no engine has an opinion"));
        detections.ifPresent(
                found -> report.opinion(found.score(), found.confidence()).evidence(counted(found)));
        new VirusTotalEvidence(attributes).pieces().forEach(report::evidence);
        new VirusTotalRelated(object, attributes).all().forEach(report::related);
        report.tags(tags()).malwareFamilies(malwareFamilies()).reference(object.permalink());

        attributes.at("/country").text().ifPresent(report::country);
        attributes.at("/asn").integer().stream().filter(number -> number > 0).forEach(report::asn);
        attributes.at("/as_owner").text().ifPresent(report::asOwner);
        attributes.at("/network").text().ifPresent(report::network);

        Times.at(attributes, "/first_submission_date").ifPresent(report::firstSeen);
        lastSeen().ifPresent(report::lastSeen);
        return report.build();
    }

    private Evidence counted(Detections found) {
        Evidence evidence = Evidence.of("detections", found.sentence()).value(Integer.toString(found.malicious()));
        return Times.at(attributes, "/last_analysis_date")
                .map(evidence::observedAt)
                .orElse(evidence);
    }

    private List<String> tags() {
        List<String> tags = new ArrayList<>(attributes.at("/tags").texts());
        tags.addAll(tokens("/popular_threat_classification/popular_threat_category"));
        return tags;
    }

    /** The names engines agree on; where there are none, those in the label {@code trojan.emotet/heodo}. */
    private List<String> malwareFamilies() {
        List<String> names = tokens("/popular_threat_classification/popular_threat_name");
        if (names.isEmpty()) {
            String label = attributes.textAt("/popular_threat_classification/suggested_threat_label", "");
            int dot = label.indexOf('.');
            return dot < 0 ? List.of() : List.of(label.substring(dot + 1).split("/"));
        }
        return names;
    }

    /** What the engines' verdicts have in common: {@code [{"value": "emotet", "count": 12}, …]}, most frequent first. */
    private List<String> tokens(String pointer) {
        return attributes.at(pointer).items().stream()
                .flatMap(token -> token.at("/value").text().stream())
                .toList();
    }

    /** When the engines last looked, since that is how old their opinion is; else what comes closest. */
    private Optional<Instant> lastSeen() {
        return Times.at(attributes, "/last_analysis_date")
                .or(() -> Times.at(attributes, "/last_submission_date"))
                .or(() -> Times.at(attributes, "/last_modification_date"));
    }
}
