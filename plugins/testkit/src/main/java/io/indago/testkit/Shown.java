package io.indago.testkit;

import io.indago.host.Outcome;
import io.indago.spi.Report;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All the text of an outcome that anybody could come to see. */
final class Shown {
    private Shown() {}

    static String text(Outcome outcome) {
        return Stream.concat(
                        Stream.of(outcome.reason()), outcome.report().stream().flatMap(Shown::texts))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> texts(Report report) {
        return Stream.of(
                        Stream.of(report.summary()),
                        report.evidence().stream()
                                .map(piece -> piece.code() + " " + piece.text() + " "
                                        + piece.value().orElse("")),
                        report.tags().stream(),
                        report.malwareFamilies().stream(),
                        report.actors().stream(),
                        report.techniques().stream(),
                        report.related().stream().map(other -> other.value() + " " + other.relation()),
                        report.references().stream().map(Object::toString),
                        Stream.of(report.country(), report.asOwner(), report.network())
                                .flatMap(text -> text.stream()))
                .flatMap(texts -> texts);
    }
}
