package io.indago.plugins.triage;

import io.indago.spi.Evidence;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What analyses say of an indicator: of a file itself, or of where files reported to. */
final class TriageReport {
    private static final int MAX_RELATED = 20;

    private final Indicator indicator;
    private final List<Analysis> analyses;

    TriageReport(Indicator indicator, List<Analysis> analyses) {
        this.indicator = indicator;
        this.analyses = analyses;
    }

    /** @param introduction what was found, {@code Triage has 3 samples} */
    Report.Builder read(String introduction) {
        long worst = TriageOpinion.worst(analyses);
        List<String> families = all(Analysis::families);
        Report.Builder report = Report.hit(introduction
                + (worst > 0 ? ", scored " + worst + " of 10" : "")
                + (families.isEmpty() ? "" : ", of " + families.get(0)));
        TriageOpinion.of(indicator, analyses).ifPresent(it -> report.opinion(it.score(), it.confidence()));
        report.malwareFamilies(families).tags(all(Analysis::tags)).techniques(all(Analysis::techniques));
        analyses.stream().flatMap(analysis -> scored(analysis).stream()).forEach(report::evidence);
        Stream.of(
                        Evidence.listing("families", "it is ", families),
                        Evidence.listing("signatures", "it shows ", all(Analysis::signatureNames)),
                        Evidence.listing("c2", "it reports to ", all(analysis -> analysis.configured()
                                .toList())),
                        Evidence.listing("targets", "run as ", all(analysis -> analysis.target().stream()
                                .toList())))
                .flatMap(Optional::stream)
                .forEach(report::evidence);
        addRelated(report);
        analyses.forEach(analysis -> analysis.completed().ifPresent(report::lastSeen));
        return report;
    }

    private static Optional<Evidence> scored(Analysis analysis) {
        return analysis.score().stream()
                .mapToObj(score -> Evidence.of(
                                "score", analysis.target().orElse("a sample") + " scores " + score + " of 10")
                        .value(Long.toString(score)))
                .map(evidence -> analysis.completed().map(evidence::observedAt).orElse(evidence))
                .findFirst();
    }

    private void addRelated(Report.Builder report) {
        switch (indicator.type()) {
            case MD5, SHA1, SHA256, SHA512 -> {
                addFiles(report, "same-file");
                add(report, Analysis::configured, "c2");
                add(report, Analysis::downloads, "downloads");
                for (String kind : List.of("urls", "domains", "ips")) {
                    add(report, analysis -> analysis.met(kind), "contacts");
                }
            }
            default -> addFiles(report, "contacted-by");
        }
    }

    private void addFiles(Report.Builder report, String relation) {
        for (IndicatorType type :
                List.of(IndicatorType.SHA256, IndicatorType.SHA1, IndicatorType.MD5, IndicatorType.SHA512)) {
            all(analysis -> analysis.hash(type.id()).stream().toList()).stream()
                    .limit(MAX_RELATED)
                    .forEach(hash -> report.related(Related.of(type, hash, relation)));
        }
    }

    private void add(Report.Builder report, Function<Analysis, Stream<String>> values, String relation) {
        all(values.andThen(Stream::toList)).stream()
                .limit(MAX_RELATED)
                .map(value -> Place.of(value).related(relation))
                .forEach(report::related);
    }

    private List<String> all(Function<Analysis, List<String>> values) {
        return analyses.stream()
                .flatMap(analysis -> values.apply(analysis).stream())
                .distinct()
                .toList();
    }
}
