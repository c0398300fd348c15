package io.indago.plugins.greynoise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Report;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.RecordedBodies;
import io.indago.testkit.RecordedBodies.Body;
import io.indago.testkit.Reply;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is expected of a body is read from it a second time, on another way than the plugin's. */
class RecordedBodiesTest {
    private static final int STATUS_OF_A_MISS = 404;

    @TestFactory
    Stream<DynamicTest> readsWhatGreyNoiseReallySent() {
        return RecordedBodies.tests("greynoise", RecordedBodiesTest::check);
    }

    private static void check(Body body) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(body.text());
        // Version 2 had errors that it sent with 200
        int status = body.subject().equals("v2") ? 200 : body.status(STATUS_OF_A_MISS);
        try (FixtureHost host = FixtureHost.of(new GreyNoisePlugin(), Map.of())) {
            Outcome outcome = host.replying(
                            call -> Reply.of(status, Map.of("content-type", "application/json"), body.text()))
                    .lookup(Indicator.of(IndicatorType.IPV4, "203.0.114.9"))
                    .outcome();
            assertThat(outcome.status()).isEqualTo(status(status, json));
            outcome.report().ifPresent(report -> checkReport(report, json));
        }
    }

    private static Status status(int httpStatus, JsonNode json) {
        return switch (httpStatus) {
            case 401, 403 -> Status.UNAUTHORISED;
            case 404 -> Status.NO_DATA;
            case 429 -> Status.RATE_LIMITED;
            case 200 -> status(json);
            default -> Status.ERROR;
        };
    }

    private static Status status(JsonNode json) {
        if (isService(json)
                || isSeen(json)
                || List.of("malicious", "suspicious", "benign").contains(classification(json))) {
            return Status.HIT;
        }
        boolean says = Stream.of("noise", "seen", "riot", "found")
                .flatMap(name -> json.findValues(name).stream())
                .anyMatch(JsonNode::isBoolean);
        return json.isObject() && says || json.path("error").asText().contains("spoofed")
                ? Status.NO_DATA
                : Status.ERROR;
    }

    private static boolean isService(JsonNode json) {
        return json.path("riot").asBoolean()
                || json.at("/business_service_intelligence/found").asBoolean();
    }

    private static boolean isSeen(JsonNode json) {
        return json.path("noise").asBoolean()
                || json.path("seen").asBoolean()
                || json.at("/internet_scanner_intelligence/found").asBoolean();
    }

    private static JsonNode scanner(JsonNode json) {
        return json.has("internet_scanner_intelligence") ? json.path("internet_scanner_intelligence") : json;
    }

    private static String classification(JsonNode json) {
        return scanner(json).path("classification").asText();
    }

    private static void checkReport(Report report, JsonNode json) {
        int expected = isService(json)
                ? 0
                : switch (classification(json)) {
                    case "malicious" -> 85;
                    case "suspicious" -> 50;
                    case "benign" -> 5;
                    default -> 25;
                };
        JsonNode scanner = scanner(json);
        assertThat(report.score()).hasValue(expected);
        assertThat(report.evidence()).isNotEmpty();
        assertThat(report.tags())
                .containsAll(StreamSupport.stream(scanner.path("tags").spliterator(), false)
                        .map(tag -> tag.isTextual()
                                ? tag.asText()
                                : tag.path("name").asText())
                        .filter(tag -> !tag.isBlank())
                        .limit(40)
                        .toList());
        String asn = scanner.at("/metadata/asn").asText().replaceAll("\\D", "");
        assertThat(report.asn().orElse(0)).isEqualTo(asn.isEmpty() ? 0 : Long.parseLong(asn));
        String day = scanner.path("last_seen").asText();
        if (day.matches("\\d{4}-\\d\\d-\\d\\d.*") && !isService(json)) {
            assertThat(report.lastSeen().orElseThrow().toString()).startsWith(day.substring(0, 10));
        }
    }
}
