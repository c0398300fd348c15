package io.indago.plugins.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Report;
import io.indago.spi.VerdictClass;
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
    private static final Map<String, Integer> STATUSES =
            Map.of("UNAUTHORIZED", 401, "FORBIDDEN", 403, "NOT_FOUND", 404, "RATE_LIMIT", 429);

    @TestFactory
    Stream<DynamicTest> readsWhatTriageReallySent() {
        return RecordedBodies.tests("triage", RecordedBodiesTest::check);
    }

    private static void check(Body body) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(body.text());
        int httpStatus = STATUSES.getOrDefault(json.path("error").asText(), body.status(200));
        HttpReply reply = Reply.of(httpStatus, Map.of("content-type", "application/json"), body.text());
        switch (body.subject()) {
            case "summary" -> checkAnalysis(lookup(Map.of("/search", search(), "/summary", reply)), json, "/score");
            case "overview" ->
                checkAnalysis(lookup(Map.of("/search", search(), "/overview.json", reply)), json, "/analysis/score");
            default -> checkSearch(lookup(Map.of("/search", reply)), httpStatus, json);
        }
    }

    private static HttpReply search() {
        return Reply.json("{\"data\": [{\"id\": \"260504-a\", \"status\": \"reported\"}]}");
    }

    private static Outcome lookup(Map<String, HttpReply> replies) {
        try (FixtureHost host = FixtureHost.of(new TriagePlugin(), Map.of("api-key", "made-up-key-of-a-test"))) {
            return host.replying(call -> replies.entrySet().stream()
                            .filter(reply -> call.uri().getPath().endsWith(reply.getKey()))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(Reply.status(404)))
                    .lookup("triage", Indicator.of(IndicatorType.SHA256, "1".repeat(64)))
                    .outcome();
        }
    }

    private static void checkSearch(Outcome outcome, int httpStatus, JsonNode json) {
        assertThat(outcome.status())
                .isEqualTo(
                        switch (httpStatus) {
                            case 401, 403 -> Status.UNAUTHORISED;
                            case 429 -> Status.RATE_LIMITED;
                            case 200 ->
                                !json.path("data").isArray()
                                        ? Status.ERROR
                                        : json.path("data").isEmpty() ? Status.NO_DATA : Status.HIT;
                            default -> Status.ERROR;
                        });
        outcome.report().filter(Report::isHit).ifPresent(report -> {
            assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
            assertThat(report.references().get(0))
                    .hasToString("https://tria.ge/" + json.at("/data/0/id").asText());
            List<String> times = Stream.of("submitted", "completed")
                    .flatMap(name -> json.findValuesAsText(name).stream())
                    .map(time -> time.substring(0, 19))
                    .sorted()
                    .toList();
            assertThat(report.lastSeen().orElseThrow().toString()).startsWith(times.get(times.size() - 1));
            if (json.path("next").asText("").isEmpty()) {
                assertThat(report.firstSeen().orElseThrow().toString()).startsWith(times.get(0));
            }
        });
    }

    private static void checkAnalysis(Outcome outcome, JsonNode json, String score) {
        Report report = outcome.report().orElseThrow();
        assertThat(report.verdict()).isEqualTo(verdict(json.at(score).asInt()));
        assertThat(report.malwareFamilies()).containsAll(texts(json, "family"));
        assertThat(report.tags()).containsAll(texts(json.path("analysis"), "tags"));
        assertThat(report.techniques()).containsAll(texts(json.path("tasks"), "ttp"));
        assertThat(report.related().stream().map(other -> other.value()).toList())
                .containsAll(Stream.of(json.path("sha256"), json.at("/sample/sha256"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .toList());
        Stream.of(json.path("completed"), json.at("/sample/completed"))
                .filter(JsonNode::isTextual)
                .forEach(time -> assertThat(report.lastSeen().orElseThrow().toString())
                        .startsWith(time.asText().substring(0, 19)));
    }

    private static VerdictClass verdict(int score) {
        if (score >= 8) {
            return VerdictClass.MALICIOUS;
        }
        if (score >= 5) {
            return VerdictClass.SUSPICIOUS;
        }
        return score == 1 ? VerdictClass.BENIGN : VerdictClass.INFORMATIONAL;
    }

    private static List<String> texts(JsonNode json, String name) {
        return json.findValues(name).stream()
                .flatMap(value -> value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value))
                .map(JsonNode::asText)
                .distinct()
                .limit(100)
                .toList();
    }
}
