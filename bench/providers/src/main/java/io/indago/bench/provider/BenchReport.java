package io.indago.bench.provider;

import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.Indicator;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the mock's reply, which is in the shape of a multi-engine service. */
final class BenchReport {
    private final JsonView attributes;

    private BenchReport(JsonView attributes) {
        this.attributes = attributes;
    }

    static Report of(Indicator asked, JsonView body) {
        String about = body.textAt("/data/id", "");
        if (!about.equals(asked.value())) {
            throw ProviderException.of(
                    ErrorKind.BAD_REPLY, "asked about " + asked.value() + ", the reply is about '" + about + "'");
        }
        return new BenchReport(body.at("/data/attributes")).read();
    }

    private Report read() {
        long malicious = attributes.integerAt("/last_analysis_stats/malicious", 0);
        long suspicious = attributes.integerAt("/last_analysis_stats/suspicious", 0);
        long engines = malicious
                + suspicious
                + attributes.integerAt("/last_analysis_stats/harmless", 0)
                + attributes.integerAt("/last_analysis_stats/undetected", 0);
        String summary = malicious + " of " + engines + " engines detect it";
        Report.Builder report = Report.hit(summary)
                .opinion((int) Math.min(100, 60 + malicious), (int) Math.min(90, 30 + engines))
                .tags(attributes.at("/tags").texts());

        Evidence count = Evidence.of("detections", summary).value(Long.toString(malicious));
        report.evidence(instant("/last_analysis_date").map(count::observedAt).orElse(count));
        report.evidence(Evidence.of("engines", "detected by " + String.join(", ", detecting())));
        report.evidence(votes());
        attributes
                .at("/reputation")
                .integer()
                .ifPresent(reputation -> report.evidence(Evidence.of("reputation", "community reputation " + reputation)
                        .value(Long.toString(reputation))));

        attributes.at("/country").text().ifPresent(report::country);
        attributes.at("/asn").integer().ifPresent(report::asn);
        attributes.at("/as_owner").text().ifPresent(report::asOwner);
        attributes.at("/network").text().ifPresent(report::network);
        instant("/first_submission_date").ifPresent(report::firstSeen);
        instant("/last_analysis_date").ifPresent(report::lastSeen);
        return report.build();
    }

    private List<String> detecting() {
        return attributes.at("/last_analysis_results").fields().entrySet().stream()
                .filter(result -> result.getValue().textAt("/category", "").equals("malicious"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Evidence votes() {
        return Evidence.of(
                "votes",
                "community votes: " + attributes.integerAt("/total_votes/malicious", 0) + " malicious, "
                        + attributes.integerAt("/total_votes/harmless", 0) + " harmless");
    }

    private Optional<Instant> instant(String pointer) {
        return attributes.at(pointer).integer().stream()
                .mapToObj(Instant::ofEpochSecond)
                .findFirst();
    }
}
