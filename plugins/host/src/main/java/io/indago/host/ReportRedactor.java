package io.indago.host;

import io.indago.spi.Evidence;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Takes a provider's secrets out of its reports: a hostile reply may echo the key the request was sent with. */
final class ReportRedactor {
    private final Redactor redactor;

    ReportRedactor(Redactor redactor) {
        this.redactor = redactor;
    }

    Report redact(Report report) {
        if (redactor.isIdle() || texts(report).noneMatch(redactor::finds)) {
            return report;
        }
        if (!report.isHit()) {
            return Report.noData(redactor.redact(report.summary()));
        }
        Report.Builder clean = Report.hit(redactor.redact(report.summary()))
                .tags(all(report.tags()))
                .malwareFamilies(all(report.malwareFamilies()))
                .actors(all(report.actors()))
                .techniques(all(report.techniques()));
        report.score().ifPresent(score -> clean.opinion(score, report.confidence()));
        report.evidence().forEach(piece -> clean.evidence(redact(piece)));
        report.related().stream().filter(other -> !redactor.finds(text(other))).forEach(clean::related);
        report.references().stream()
                .filter(page -> !redactor.finds(page.toString()))
                .forEach(clean::reference);
        report.country().map(redactor::redact).ifPresent(clean::country);
        report.asn().ifPresent(clean::asn);
        report.asOwner().map(redactor::redact).ifPresent(clean::asOwner);
        report.network().map(redactor::redact).ifPresent(clean::network);
        report.firstSeen().ifPresent(clean::firstSeen);
        report.lastSeen().ifPresent(clean::lastSeen);
        return clean.build();
    }

    private Evidence redact(Evidence piece) {
        Evidence clean = Evidence.of(redactor.redact(piece.code()), redactor.redact(piece.text()));
        Evidence valued = piece.value().map(redactor::redact).map(clean::value).orElse(clean);
        return piece.observedAt().map(valued::observedAt).orElse(valued);
    }

    private List<String> all(Collection<String> texts) {
        return texts.stream().map(redactor::redact).toList();
    }

    private static String text(Related other) {
        return other.value() + " " + other.relation();
    }

    private static Stream<String> texts(Report report) {
        return Stream.of(
                        Stream.of(report.summary()),
                        report.evidence().stream()
                                .flatMap(piece ->
                                        Stream.concat(Stream.of(piece.code(), piece.text()), piece.value().stream())),
                        report.tags().stream(),
                        report.malwareFamilies().stream(),
                        report.actors().stream(),
                        report.techniques().stream(),
                        report.related().stream().map(ReportRedactor::text),
                        report.references().stream().map(URI::toString),
                        Stream.of(report.country(), report.asOwner(), report.network())
                                .flatMap(text -> text.stream()))
                .flatMap(texts -> texts);
    }
}
