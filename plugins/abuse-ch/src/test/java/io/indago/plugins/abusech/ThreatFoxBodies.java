package io.indago.plugins.abusech;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.indago.host.Outcome;
import io.indago.spi.Evidence;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Report;
import io.indago.spi.VerdictClass;
import io.indago.testkit.RecordedBodies.Body;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is expected of a body of ThreatFox. */
final class ThreatFoxBodies {
    private ThreatFoxBodies() {}

    static void check(Body body) throws JsonProcessingException {
        JsonNode json = Bodies.json(body);
        int status = Bodies.httpStatus(body, json);
        Outcome outcome = Bodies.outcome("threatfox", indicator(json.at("/data/0")), status, body);
        assertThat(outcome.status()).isEqualTo(Bodies.expected(status, json, ok -> ok.at("/data/0/ioc")
                .isTextual()));
        outcome.report().ifPresent(report -> checkReport(report, json));
    }

    /** That of the first entry: others may be about something else. */
    private static Indicator indicator(JsonNode ioc) {
        String value = ioc.path("ioc").asText();
        return switch (ioc.path("ioc_type").asText()) {
            case "domain" -> Indicator.of(IndicatorType.FQDN, value);
            case "url" -> Indicator.of(IndicatorType.URL, value);
            case "md5_hash" -> Indicator.of(IndicatorType.MD5, value);
            case "sha1_hash" -> Indicator.of(IndicatorType.SHA1, value);
            case "sha256_hash" -> Indicator.of(IndicatorType.SHA256, value);
            case "ip:port" -> address(value.replaceFirst(":\\d+$", ""));
            default -> Indicator.of(IndicatorType.SHA256, "1".repeat(64));
        };
    }

    private static boolean isServerOfAFile(JsonNode ioc, Indicator asked) {
        return asked.value().matches("[0-9a-fA-F]{32,64}")
                && !ioc.path("ioc_type").asText().endsWith("_hash");
    }

    private static Indicator address(String value) {
        return Indicator.of(value.contains(":") ? IndicatorType.IPV6 : IndicatorType.IPV4, value);
    }

    private static void checkReport(Report report, JsonNode json) {
        Indicator asked = indicator(json.at("/data/0"));
        List<JsonNode> about = Bodies.each(json.path("data"))
                .filter(ioc -> indicator(ioc).equals(asked) || isServerOfAFile(ioc, asked))
                .toList();
        int confidence = about.stream()
                .mapToInt(ioc -> ioc.path("confidence_level").asInt(50))
                .max()
                .orElseThrow();
        assertThat(report.verdict()).isEqualTo(VerdictClass.MALICIOUS);
        assertThat(report.score()).hasValue(70 + confidence * 3 / 10);
        assertThat(report.confidence()).isEqualTo(confidence);
        assertThat(report.malwareFamilies())
                .containsExactlyElementsOf(Bodies.texts(about.stream(), "malware_printable")
                        .filter(name -> !name.startsWith("Unknown"))
                        .distinct()
                        .toList());
        assertThat(report.tags())
                .containsExactlyInAnyOrderElementsOf(about.stream()
                        .flatMap(ioc -> Bodies.each(ioc.path("tags")))
                        .map(tag -> tag.asText().toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList());
        Stream<String> first = Bodies.texts(about.stream(), "first_seen");
        first.min(String::compareTo)
                .ifPresent(time -> assertThat(report.firstSeen().orElseThrow())
                        .hasToString(time.replace(" UTC", "Z").replace(' ', 'T')));
        assertThat(report.lastSeen().isPresent()).isEqualTo(report.firstSeen().isPresent());
        assertThat(report.references())
                .contains(URI.create("https://threatfox.abuse.ch/ioc/"
                        + about.get(0).path("id").asText() + "/"));
        assertThat(report.evidence().stream().map(Evidence::text))
                .anyMatch(text -> text.contains(about.get(0).path("ioc").asText()));
    }
}
