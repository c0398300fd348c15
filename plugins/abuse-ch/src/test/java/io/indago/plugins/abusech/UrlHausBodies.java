package io.indago.plugins.abusech;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.indago.host.Outcome;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Related;
import io.indago.spi.Report;
import io.indago.testkit.RecordedBodies.Body;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is expected of a body of URLhaus. */
final class UrlHausBodies {
    private UrlHausBodies() {}

    static void check(Body body) throws JsonProcessingException {
        JsonNode json = Bodies.json(body);
        int status = Bodies.httpStatus(body, json);
        Outcome outcome = Bodies.outcome("urlhaus", indicator(json), status, body);
        assertThat(outcome.status())
                .isEqualTo(Bodies.expected(
                        status,
                        json,
                        ok -> ok.has("url") || ok.has("urls") || ok.has("sha256_hash") || ok.has("md5_hash")));
        outcome.report().ifPresent(report -> checkReport(report, json));
    }

    private static Indicator indicator(JsonNode json) {
        if (json.has("sha256_hash") || json.has("md5_hash")) {
            return Indicator.of(IndicatorType.SHA256, "1".repeat(64));
        }
        return json.has("urls")
                ? Indicator.of(IndicatorType.FQDN, "www.example.com")
                : Indicator.of(IndicatorType.URL, "https://www.example.com/a");
    }

    private static void checkReport(Report report, JsonNode json) {
        IndicatorType type = indicator(json).type();
        assertThat(report.score()).hasValue(score(type, json));
        List<String> tags = Stream.concat(Stream.of(json), Bodies.each(json.path("urls")))
                .flatMap(holder -> Bodies.each(holder.path("tags")))
                .map(tag -> tag.asText().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        assertThat(report.tags()).containsExactlyInAnyOrderElementsOf(tags);
        assertThat(report.malwareFamilies())
                .containsExactlyInAnyOrderElementsOf(
                        Bodies.texts(Stream.concat(Stream.of(json), Bodies.each(json.path("payloads"))), "signature")
                                .distinct()
                                .toList());
        assertThat(report.related().stream().map(Related::value))
                .containsAll(Stream.concat(
                                Bodies.texts(Bodies.each(json.path("payloads")), "response_sha256"),
                                Bodies.texts(Bodies.each(json.path("urls")), "url"))
                        .distinct()
                        .limit(40)
                        .toList());
        Bodies.texts(Stream.of(json), type == IndicatorType.URL ? "date_added" : "firstseen")
                .forEach(time -> assertThat(report.firstSeen().orElseThrow().toString())
                        .isLessThanOrEqualTo(time.substring(0, 10) + "U"));
        Bodies.texts(Stream.of(json.path("blacklists")), "spamhaus_dbl")
                .filter(said -> !said.equals("not listed"))
                .forEach(said -> assertThat(report.evidence())
                        .anyMatch(piece -> piece.value().filter(said::equals).isPresent()));
        Bodies.texts(Stream.of(json), "urlhaus_reference").forEach(page -> assertThat(report.references())
                .anyMatch(found -> found.toString().equals(page)));
    }

    private static int score(IndicatorType type, JsonNode json) {
        if (type == IndicatorType.SHA256) {
            return 85;
        }
        if (type == IndicatorType.FQDN) {
            return json.path("urls").findValuesAsText("url_status").contains("online") ? 85 : 50;
        }
        return switch (json.path("url_status").asText()) {
            case "online" -> 95;
            case "offline" -> 75;
            default -> 60;
        };
    }
}
