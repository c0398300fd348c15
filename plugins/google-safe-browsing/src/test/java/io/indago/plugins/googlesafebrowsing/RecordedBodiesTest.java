package io.indago.plugins.googlesafebrowsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Report;
import io.indago.spi.VerdictClass;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.RecordedBodies;
import io.indago.testkit.RecordedBodies.Body;
import io.indago.testkit.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is expected of a body is read from it a second time, on another way than the plugin's. */
class RecordedBodiesTest {
    private static final List<String> HARMFUL = List.of("MALWARE", "SOCIAL_ENGINEERING");

    @TestFactory
    Stream<DynamicTest> readsWhatGoogleReallySent() {
        return RecordedBodies.tests("google-safe-browsing", RecordedBodiesTest::check);
    }

    private static void check(Body body) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(body.text());
        int httpStatus = json.at("/error/code").asInt(200);
        String version = body.subject().equals("v4") ? "v4" : "v5";
        try (FixtureHost host =
                FixtureHost.of(new SafeBrowsingPlugin(), Map.of("api-key", "made-up-key", "version", version))) {
            Outcome outcome = host.replying(
                            call -> Reply.of(httpStatus, Map.of("content-type", "application/json"), body.text()))
                    .lookup(Indicator.of(IndicatorType.URL, "http://a.example/"))
                    .outcome();
            List<String> types = types(json);
            assertThat(outcome.status()).isEqualTo(status(httpStatus, json, types));
            outcome.report().filter(Report::isHit).ifPresent(report -> checkReport(report, types, json));
        }
    }

    private static List<String> types(JsonNode json) {
        return Stream.concat(json.findValues("threatType").stream(), json.findValues("threatTypes").stream())
                .flatMap(type -> type.isArray()
                        ? Stream.iterate(0, i -> i < type.size(), i -> i + 1).map(type::get)
                        : Stream.of(type))
                .map(JsonNode::asText)
                .toList();
    }

    private static Status status(int httpStatus, JsonNode json, List<String> types) {
        return switch (httpStatus) {
            case 200 -> types.isEmpty() ? Status.NO_DATA : Status.HIT;
            case 400 -> json.toString().contains("API_KEY_INVALID") ? Status.UNAUTHORISED : Status.ERROR;
            case 401, 403 -> Status.UNAUTHORISED;
            case 429 -> Status.RATE_LIMITED;
            default -> Status.ERROR;
        };
    }

    private static void checkReport(Report report, List<String> types, JsonNode json) {
        assertThat(report.verdict()).isEqualTo(VerdictClass.MALICIOUS);
        assertThat(report.score()).hasValue(types.stream().anyMatch(HARMFUL::contains) ? 90 : 75);
        assertThat(report.tags())
                .containsExactlyInAnyOrderElementsOf(types.stream()
                        .map(type -> type.toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList());
        List<String> urls =
                json.findValues("url").stream().map(JsonNode::asText).toList();
        assertThat(report.evidence()).allSatisfy(piece -> assertThat(urls).anyMatch(piece.text()::startsWith));
        assertThat(report.firstSeen()).isEmpty();
        assertThat(report.lastSeen()).isEmpty();
    }
}
