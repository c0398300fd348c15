package io.indago.plugins.epss;

import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads {@code {"status": "OK", "data": [{"cve": …, "epss": "0.001430000", "percentile": "0.503560000", "date":
 * "2023-11-24"}]}}.
 */
final class EpssReport {
    private static final String SCORES = "/data";

    private EpssReport() {}

    static boolean isAnswer(JsonView body) {
        return body.at(SCORES).kind() == JsonView.Kind.ARRAY;
    }

    /**
     * The report in that body.
     *
     * @throws ProviderException when it has no list of scores, or one without a score
     */
    static Report of(String cve, JsonView body) {
        if (!isAnswer(body)) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "EPSS' reply has no array at " + SCORES);
        }
        return body.at(SCORES).items().stream()
                .filter(score -> cve.equalsIgnoreCase(score.textAt("/cve", "")))
                .findFirst()
                .map(EpssReport::read)
                .orElseGet(() -> Report.noData("EPSS has no score of it"));
    }

    private static Report read(JsonView score) {
        double probability = share(score, "/epss")
                .orElseThrow(() -> ProviderException.of(
                        ErrorKind.BAD_REPLY, "EPSS' reply has a score that is no probability, at /data/0/epss"));
        Optional<Double> percentile = share(score, "/percentile");
        String likely = percent(probability, 1) + " likely to be exploited within 30 days";
        Report.Builder report = Report.hit(likely
                + percentile
                        .map(rank -> ", more than " + percent(rank, 2) + " of all")
                        .orElse(""));
        report.evidence(dated(
                Evidence.of("epss", "its EPSS score is " + decimal(probability) + ": " + likely)
                        .value(decimal(probability)),
                score));
        percentile
                .map(rank -> Evidence.of("percentile", "it is more likely to be than " + percent(rank, 2) + " of all")
                        .value(decimal(rank)))
                .map(evidence -> dated(evidence, score))
                .ifPresent(report::evidence);
        report.evidence(Evidence.of("severity", "its severity is " + Math.round(probability * 100) + " of 100")
                .value(Long.toString(Math.round(probability * 100))));
        score.at("/date").text().ifPresent(report::lastSeen);
        return report.build();
    }

    private static Evidence dated(Evidence evidence, JsonView score) {
        return evidence.observedAt(score.textAt("/date", ""));
    }

    private static Optional<Double> share(JsonView score, String pointer) {
        return score.at(pointer).number().stream()
                .boxed()
                .filter(it -> it >= 0 && it <= 1)
                .findFirst();
    }

    private static String percent(double share, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f %%", share * 100);
    }

    private static String decimal(double share) {
        return BigDecimal.valueOf(share).toPlainString();
    }
}
