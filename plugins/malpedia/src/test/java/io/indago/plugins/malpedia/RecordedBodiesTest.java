package io.indago.plugins.malpedia;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Evidence;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Report;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.RecordedBodies;
import io.indago.testkit.RecordedBodies.Body;
import io.indago.testkit.Reply;
import java.time.Duration;
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
    Stream<DynamicTest> readsWhatMalpediaReallySent() {
        return RecordedBodies.tests("malpedia", RecordedBodiesTest::check);
    }

    /** A body that describes a family answers the second question, behind a sample of that family. */
    private static void check(Body body) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(body.text());
        boolean ofAFamily = json.has("common_name");
        HttpReply recorded = body.reply(STATUS_OF_A_MISS);
        try (FixtureHost host = FixtureHost.of(new MalpediaPlugin(), Map.of("api-key", "made-up-key-of-a-test"))) {
            Outcome outcome = host.replying(
                            call -> ofAFamily && call.uri().getPath().contains("/sample/")
                                    ? Reply.fixture("sample.json")
                                    : recorded)
                    .lookup(Indicator.of(IndicatorType.SHA256, "1".repeat(64)))
                    .outcome();
            assertThat(outcome.status()).isEqualTo(status(body.status(STATUS_OF_A_MISS), json));
            if (json.has("available_in")) {
                assertThat(outcome.retryAfter())
                        .contains(Duration.ofSeconds(Long.parseLong(
                                json.path("available_in").asText().replaceAll("\\D", ""))));
            }
            outcome.report().ifPresent(report -> checkReport(report, json));
        }
    }

    private static Status status(int httpStatus, JsonNode json) {
        return switch (httpStatus) {
            case 401, 403 -> Status.UNAUTHORISED;
            case 404 -> Status.NO_DATA;
            case 429 -> Status.RATE_LIMITED;
            case 200 -> json.has("family") || json.has("common_name") ? Status.HIT : Status.ERROR;
            default -> Status.ERROR;
        };
    }

    private static void checkReport(Report report, JsonNode json) {
        assertThat(report.score()).hasValue(90);
        assertThat(report.malwareFamilies())
                .containsExactly(
                        json.path("common_name").asText(json.path("family").asText("win.examplebot")));
        assertThat(report.actors()).containsExactlyElementsOf(texts(json.path("attribution")));
        assertThat(report.evidence().stream().anyMatch(piece -> piece.code().equals("aliases")))
                .isEqualTo(!json.path("alt_names").isEmpty());
        assertThat(report.evidence()).extracting(Evidence::code).contains("family");
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .distinct()
                .toList();
    }
}
