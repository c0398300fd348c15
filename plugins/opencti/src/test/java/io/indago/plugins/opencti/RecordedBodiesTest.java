package io.indago.plugins.opencti;

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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is expected of a body is read from it a second time, on another way than the plugin's. */
class RecordedBodiesTest {

    @TestFactory
    Stream<DynamicTest> readsWhatOpenCtiReallySent() {
        return RecordedBodies.tests("opencti", RecordedBodiesTest::check);
    }

    private static void check(Body body) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(body.text());
        JsonNode node = json.at("/data/stixCyberObservables/edges/0/node");
        try (FixtureHost host = FixtureHost.of(
                new OpenCtiPlugin(), Map.of("url", "https://opencti.example.org", "token", "made-up-token"))) {
            Outcome outcome = host.replying(call -> Reply.json(body.text()))
                    .lookup(asked(node.path("observable_value").asText("203.0.114.9")))
                    .outcome();
            assertThat(outcome.status()).isEqualTo(status(json, node));
            outcome.report().ifPresent(report -> checkReport(report, node));
        }
    }

    private static Indicator asked(String value) {
        return Indicator.of(value.matches("[0-9.]+") ? IndicatorType.IPV4 : IndicatorType.DOMAIN, value);
    }

    private static Status status(JsonNode json, JsonNode node) {
        if (json.has("errors")) {
            return json.path("errors").toString().matches("(?s).*(AUTH_REQUIRED|FORBIDDEN|AUTH_FAILURE).*")
                    ? Status.UNAUTHORISED
                    : Status.ERROR;
        }
        return node.isMissingNode() ? Status.NO_DATA : Status.HIT;
    }

    private static void checkReport(Report report, JsonNode node) {
        int score = node.path("x_opencti_score").asInt(0);
        List<JsonNode> indicators = node.at("/indicators").findValues("node");
        boolean expired = !indicators.isEmpty()
                && indicators.stream()
                        .allMatch(indicator -> indicator.path("revoked").asBoolean()
                                || Instant.parse(indicator.path("valid_until").asText("9999-01-01T00:00:00Z"))
                                        .isBefore(Instant.now()));
        assertThat(report.score().orElse(0)).isEqualTo(expired ? Math.min(69, score) : score);
        assertThat(report.references())
                .extracting(Object::toString)
                .contains("https://opencti.example.org/dashboard/observations/observables/"
                        + node.path("id").asText());
        assertThat(report.tags()).containsAll(node.path("objectLabel").findValuesAsText("value"));
        assertThat(report.tags())
                .containsAll(node.path("objectMarking").findValuesAsText("definition").stream()
                        .map(marking -> marking.toLowerCase(Locale.ROOT))
                        .toList());
        assertThat(report.firstSeen())
                .contains(Instant.parse(node.path("created_at").asText()));
    }
}
