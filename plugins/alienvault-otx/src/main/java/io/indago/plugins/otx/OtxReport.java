package io.indago.plugins.otx;

import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import java.util.List;
import java.util.stream.Stream;

/** What an indicator's sections say together. */
final class OtxReport {
    private static final int MAX_PULSES_SHOWN = 10;

    private final Sections sections;
    private final List<Pulse> pulses;
    private final Scans scans;
    private final Traces traces;

    private OtxReport(Sections sections) {
        this.sections = sections;
        pulses = sections.items("/pulse_info/pulses")
                .filter(pulse -> pulse.kind() == JsonView.Kind.OBJECT)
                .map(Pulse::new)
                .toList();
        scans = Scans.of(sections);
        traces = Traces.of(sections);
    }

    /**
     * The report in those sections.
     *
     * @throws ProviderException when they don't say which pulses mention the indicator
     */
    static Report of(OtxSubject subject, Sections sections) {
        if (sections.all("/pulse_info").noneMatch(info -> info.kind() == JsonView.Kind.OBJECT)) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "OTX's reply has no object at /pulse_info");
        }
        return new OtxReport(sections).read(subject);
    }

    private Report read(OtxSubject subject) {
        OtxOpinion.Signs signs = signs();
        boolean placed = sections.text("/country_code").isPresent();
        if (signs.opinion().isEmpty() && traces.isEmpty() && scans.isEmpty() && !placed) {
            return Report.noData("No pulse in OTX mentions it");
        }
        Report.Builder report = Report.hit(
                signs.opinion().map(OtxOpinion::reason).orElse("No pulse mentions it, but OTX knows facts about it"));
        signs.opinion()
                .filter(opinion -> subject.isJudged())
                .ifPresent(opinion -> report.opinion(opinion.score(), opinion.confidence()));
        Evidence.listing("harmless", "known as harmless to ", signs.harmless()).ifPresent(report::evidence);
        pulses(report, signs.harmless().isEmpty());
        scans.evidence().forEach(report::evidence);
        traces.addTo(report, subject.value());
        if (pulses.isEmpty()) {
            // Where there are pulses, the times are to tell how old the opinion is
            traces.addTimesTo(report);
        }
        Evidence.listing("incomplete", "OTX could not give its sections ", sections.missing())
                .ifPresent(report::evidence);
        sections.text("/country_code").ifPresent(report::country);
        sections.text("/asn").ifPresent(report::asn);
        return report.reference(subject.permalink()).build();
    }

    private OtxOpinion.Signs signs() {
        long listed = pulses.size();
        long counted = sections.all("/pulse_info/count")
                .flatMap(count -> count.integer().stream().boxed())
                .findFirst()
                .orElse(listed);
        return new OtxOpinion.Signs(
                Math.max(listed, counted),
                (int) pulses.stream().filter(Pulse::isSubstantial).count(),
                pulses.stream().anyMatch(pulse -> !pulse.malwareFamilies().isEmpty()),
                scans.threatScore(),
                scans.detections().size(),
                Harmlessness.sources(sections));
    }

    /** Whose claims are believed: where an indicator is harmless, a pulse lists it by mistake. */
    private void pulses(Report.Builder report, boolean believed) {
        for (Pulse pulse : pulses) {
            pulse.created().ifPresent(report::firstSeen);
            pulse.modified().ifPresent(report::lastSeen);
            if (believed) {
                report.tags(pulse.tags())
                        .malwareFamilies(pulse.malwareFamilies())
                        .actors(pulse.adversary().stream().toList())
                        .techniques(pulse.techniques());
            }
        }
        pulses.stream().limit(MAX_PULSES_SHOWN).forEach(pulse -> {
            report.evidence(pulse.evidence());
            pulse.page().ifPresent(report::reference);
        });
        Stream<String> cited = pulses.stream().flatMap(pulse -> pulse.cited().stream());
        Evidence.listing("cited", "its pulses cite ", cited.toList()).ifPresent(report::evidence);
    }
}
