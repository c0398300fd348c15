package io.indago.plugins.threatminer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Evidence;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Related;
import io.indago.spi.Report;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.RecordedBodies;
import io.indago.testkit.RecordedBodies.Body;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is expected of a body is read from it a second time, on another way than the plugin's. */
class RecordedBodiesTest {
    private static final int STATUS_OF_A_MISS = 200;
    private static final int SUSPICIOUS = 40;

    @TestFactory
    Stream<DynamicTest> readsWhatThreatMinerReallySent() {
        return RecordedBodies.tests("threatminer", RecordedBodiesTest::check);
    }

    /** Each section is answered with the same body. */
    private static void check(Body body) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(body.text());
        Indicator indicator =
                switch (body.subject()) {
                    case "ip" -> Indicator.of(IndicatorType.IPV4, "203.0.114.9");
                    case "file" -> Indicator.of(IndicatorType.SHA256, "1".repeat(64));
                    default -> Indicator.of(IndicatorType.FQDN, "www.example.net");
                };
        try (FixtureHost host = FixtureHost.of(new ThreatMinerPlugin(), Map.of())) {
            Outcome outcome = host.replying(call -> body.reply(STATUS_OF_A_MISS))
                    .lookup(indicator)
                    .outcome();
            assertThat(outcome.status()).isEqualTo(status(body.status(STATUS_OF_A_MISS), json));
            outcome.report().ifPresent(report -> checkReport(report, json, indicator));
        }
    }

    private static Status status(int httpStatus, JsonNode json) {
        return switch (httpStatus) {
            case 401, 403 -> Status.UNAUTHORISED;
            case 429 -> Status.RATE_LIMITED;
            case 200 -> status(json);
            default -> Status.ERROR;
        };
    }

    private static Status status(JsonNode json) {
        return switch (json.path("status_code").asText()) {
            case "200" -> json.path("results").isEmpty() ? Status.NO_DATA : Status.HIT;
            case "404" -> Status.NO_DATA;
            case "429" -> Status.RATE_LIMITED;
            default -> Status.ERROR;
        };
    }

    private static void checkReport(Report report, JsonNode json, Indicator indicator) {
        JsonNode results = json.path("results");
        boolean mentioned = !results.findValues("filename").isEmpty()
                || each(results)
                        .anyMatch(item -> item.isTextual() && !item.asText().contains("."))
                || indicator.type() == IndicatorType.SHA256
                        && !results.findValues("file_type").isEmpty();
        if (results.findValues("detection").isEmpty()) {
            assertThat(report.score()).isEqualTo(mentioned ? OptionalInt.of(SUSPICIOUS) : OptionalInt.empty());
        } else {
            assertThat(report.score().orElse(0)).isGreaterThan(SUSPICIOUS);
        }
        List<String> related = report.related().stream().map(Related::value).toList();
        assertThat(related)
                .containsAll(each(results)
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .filter(text -> text.matches("[\\w.-]+"))
                        .limit(40)
                        .toList());
        Stream.of("md5", "sha1", "sha256")
                .flatMap(name -> results.findValuesAsText(name).stream().limit(1))
                .forEach(hash -> assertThat(related).contains(hash));
        assertThat(report.country().orElse(""))
                .isEqualTo(String.join("", first(results, "cc")).toUpperCase(Locale.ROOT));
        assertThat(report.network().orElse("")).isEqualTo(String.join("", first(results, "bgp_prefix")));
        first(results, "date_analysed")
                .forEach(time -> assertThat(report.lastSeen().orElseThrow()).hasToString(time.replace(' ', 'T') + "Z"));
        Set<String> evidence =
                Set.copyOf(report.evidence().stream().map(Evidence::code).toList());
        assertThat(evidence.contains("reports"))
                .isEqualTo(!results.findValues("filename").isEmpty());
    }

    private static List<String> first(JsonNode results, String member) {
        return results.findValuesAsText(member).stream()
                .filter(text -> !text.isBlank())
                .limit(1)
                .toList();
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
