package io.indago.plugins.abusech;

import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.Indicator;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the entries about an indicator say together. */
final class ThreatFoxReport {
    private static final int MAX_SHOWN = 10;

    private final Indicator indicator;
    private final Collection<Ioc> iocs;

    private ThreatFoxReport(Indicator indicator, Collection<Ioc> iocs) {
        this.indicator = indicator;
        this.iocs = iocs;
    }

    /**
     * The report in those answers.
     *
     * @throws ProviderException when one has no list of entries
     */
    static Report of(Indicator indicator, List<JsonView> answers) {
        Map<String, Ioc> iocs = new LinkedHashMap<>();
        for (JsonView answer : answers) {
            List<JsonView> entries = answer.at("/data").items();
            if (entries.stream().noneMatch(entry -> entry.at("/ioc").text().isPresent())) {
                throw ProviderException.of(ErrorKind.BAD_REPLY, "ThreatFox's reply has no entry in /data");
            }
            entries.stream()
                    .map(Ioc::new)
                    .filter(ioc -> ioc.isAbout(indicator))
                    .forEach(ioc -> iocs.putIfAbsent(ioc.id() + " " + ioc.value(), ioc));
        }
        return iocs.isEmpty()
                ? Report.noData("ThreatFox does not know it, only others like it")
                : new ThreatFoxReport(indicator, iocs.values()).read();
    }

    private Report read() {
        int confidence = iocs.stream().mapToInt(Ioc::confidence).max().orElse(0);
        List<String> malware = distinct(ioc -> ioc.malware().stream());
        Report.Builder report = Report.hit(
                        malware.isEmpty()
                                ? "ThreatFox lists it"
                                : "ThreatFox lists it for " + String.join(", ", malware))
                .opinion(70 + confidence * 3 / 10, confidence)
                .malwareFamilies(malware);
        iocs.stream().limit(MAX_SHOWN).forEach(ioc -> {
            report.evidence(ioc.evidence());
            ioc.page().ifPresent(report::reference);
        });
        Stream.of(
                        Evidence.listing("aliases", "its malware is also called ", distinct(Ioc::aliases)),
                        Evidence.listing("malpedia", "Malpedia's name of its malware: ", texts("/malware")),
                        Evidence.listing("source", "its reporters cite ", texts("/reference")),
                        Evidence.listing("reporter", "reported by ", texts("/reporter")))
                .flatMap(Optional::stream)
                .forEach(report::evidence);
        for (Ioc ioc : iocs) {
            report.tags(Texts.tags(ioc.view()));
            ioc.times().forEach(time -> report.firstSeen(time).lastSeen(time));
            ioc.related(indicator).forEach(report::related);
        }
        return report.build();
    }

    private List<String> texts(String pointer) {
        return distinct(ioc -> Texts.at(ioc.view(), pointer).stream());
    }

    private List<String> distinct(Function<Ioc, Stream<String>> values) {
        return iocs.stream().flatMap(values).distinct().toList();
    }
}
