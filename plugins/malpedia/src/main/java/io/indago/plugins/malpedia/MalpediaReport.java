package io.indago.plugins.malpedia;

import io.indago.spi.Evidence;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a sample and its family say together.
 *
 * @param family empty when Malpedia could not say more than its id
 */
record MalpediaReport(Indicator indicator, Sample sample, Optional<Family> family) {

    Report read() {
        String name = family.flatMap(Family::name).orElse(sample.family());
        Report.Builder report = Report.hit("A sample of " + name)
                .opinion(90, 95)
                .malwareFamilies(List.of(name))
                .actors(family.map(Family::actors).orElse(List.of()))
                .reference(URI.create("https://" + MalpediaProvider.HOST + "/details/" + sample.family()));
        Stream.of(
                        Optional.of(Evidence.of("family", "Malpedia calls it " + sample.family())
                                .value(sample.family())),
                        listed("aliases", "its family is also called ", family.map(Family::aliases)),
                        listed("actors", "its family is attributed to ", family.map(Family::actors)),
                        sampleText("status", "the sample is ", "/status"),
                        sampleText("version", "the sample is of version ", "/version"),
                        family.flatMap(Family::description).map(text -> Evidence.of("description", text)),
                        listed("source", "written about at ", family.map(Family::sources)),
                        family.flatMap(Family::updated)
                                .map(day -> Evidence.of("updated", "Malpedia's page of the family is of " + day)
                                        .value(day)),
                        family.isPresent()
                                ? Optional.<Evidence>empty()
                                : Optional.of(Evidence.of("incomplete", "Malpedia could not say more of the family")))
                .flatMap(Optional::stream)
                .forEach(report::evidence);
        same(report, IndicatorType.MD5, "/md5");
        same(report, IndicatorType.SHA256, "/sha256");
        return report.build();
    }

    private static Optional<Evidence> listed(String code, String introduction, Optional<List<String>> values) {
        return Evidence.listing(code, introduction, values.orElse(List.of()));
    }

    private Optional<Evidence> sampleText(String code, String introduction, String pointer) {
        return text(pointer).map(text -> Evidence.of(code, introduction + text).value(text));
    }

    private void same(Report.Builder report, IndicatorType type, String pointer) {
        text(pointer)
                .filter(hash -> !hash.equalsIgnoreCase(indicator.value()))
                .ifPresent(hash -> report.related(Related.of(type, hash, "same-file")));
    }

    private Optional<String> text(String pointer) {
        return sample.view().at(pointer).text().filter(text -> !text.isBlank());
    }
}
