package io.indago.plugins.screenshotapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.VerdictClass;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.RecordedBodies;
import io.indago.testkit.RecordedBodies.Body;
import io.indago.testkit.Reply;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is expected of a body is read from it a second time, on another way than the plugin's. */
class RecordedBodiesTest {
    @TestFactory
    Stream<DynamicTest> readsWhatScreenshotApiReallySent() {
        return RecordedBodies.tests("screenshotapi", RecordedBodiesTest::check);
    }

    private static void check(Body body) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(body.text());
        String error = json.path("error").asText();
        int httpStatus = error.equals("Invalid token") ? 401 : body.status(200);
        try (FixtureHost host =
                FixtureHost.of(new ScreenshotApiPlugin(), Map.of("token", "made-up-secret-of-a-test"))) {
            Outcome outcome = host.replying(
                            call -> Reply.of(httpStatus, Map.of("content-type", "application/json"), body.text()))
                    .lookup(Indicator.of(IndicatorType.URL, "http://a.example/"))
                    .outcome();
            boolean taken =
                    httpStatus == 200 && json.path("screenshot").asText().startsWith("https://");
            if (!taken) {
                assertThat(outcome.status()).isEqualTo(refusal(httpStatus, error));
                return;
            }
            assertThat(outcome.report()).get().satisfies(report -> {
                assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
                assertThat(report.evidence().get(0).value())
                        .contains(json.path("screenshot").asText());
                assertThat(report.evidence().get(0).text())
                        .contains(json.path("ttl").asText());
                assertThat(report.lastSeen().orElseThrow().toString())
                        .startsWith(json.path("created_at").asText().substring(0, 19));
                assertThat(report.country()).isEmpty();
                assertThat(report.tags()).isEmpty();
            });
        }
    }

    private static Status refusal(int httpStatus, String error) {
        if (httpStatus == 401 || httpStatus == 403) {
            return Status.UNAUTHORISED;
        }
        boolean spent = httpStatus == 402
                || httpStatus == 429
                || error.toLowerCase(Locale.ROOT).contains("quota");
        return spent ? Status.RATE_LIMITED : Status.ERROR;
    }
}
