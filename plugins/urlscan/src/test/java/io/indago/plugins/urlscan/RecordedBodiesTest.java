package io.indago.plugins.urlscan;

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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is expected of a body is read from it a second time, on another way than the plugin's. */
class RecordedBodiesTest {
    private static final Map<String, String> SCANNING =
            Map.of("api-key", "made-up-key", "first-poll", "1ms", "poll", "1ms");

    @TestFactory
    Stream<DynamicTest> readsWhatUrlscanReallySent() {
        return RecordedBodies.tests("urlscan", RecordedBodiesTest::check);
    }

    private static void check(Body body) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(body.text());
        int httpStatus = json.path("status").isInt() ? json.path("status").asInt() : body.status(200);
        HttpReply reply = Reply.of(httpStatus, Map.of("content-type", "application/json"), body.text());
        switch (body.subject()) {
            case "result" -> checkResult(reply, json);
            case "submit" -> checkSubmission(reply, json);
            default -> checkSearch(reply, json);
        }
    }

    private static void checkSubmission(HttpReply reply, JsonNode json) {
        Outcome outcome = scan(reply, Reply.fixture("result-malicious.json"));
        assertThat(outcome.status())
                .isEqualTo(reply.status() == 200 && json.hasNonNull("uuid") ? Status.HIT : failure(reply.status()));
    }

    private static void checkResult(HttpReply reply, JsonNode json) {
        Outcome outcome = scan(Reply.fixture("submitted.json"), reply);
        boolean found = reply.status() == 200 && json.path("task").isObject();
        assertThat(outcome.status()).isEqualTo(found ? Status.HIT : failure(reply.status()));
        outcome.report().ifPresent(report -> {
            checkFacts(report, List.of(json));
            assertThat(report.verdict()).isEqualTo(verdict(json.at("/verdicts/overall")));
        });
    }

    private static VerdictClass verdict(JsonNode overall) {
        if (overall.path("malicious").asBoolean()) {
            return VerdictClass.MALICIOUS;
        }
        double score = overall.path("score").asDouble();
        return score > 0 ? VerdictClass.SUSPICIOUS : score < 0 ? VerdictClass.BENIGN : VerdictClass.INFORMATIONAL;
    }

    private static void checkSearch(HttpReply reply, JsonNode json) {
        String url = json.at("/results/0/task/url").asText("http://a.example/");
        try (FixtureHost host = FixtureHost.of(new UrlscanPlugin(), Map.of())
                .replying(call -> call.uri().getPath().contains("/search/") ? reply : Reply.status(404))) {
            Outcome outcome =
                    host.lookup("urlscan", Indicator.of(IndicatorType.URL, url)).outcome();
            boolean searched = reply.status() == 200 && json.path("results").isArray();
            Status expected = json.path("results").isEmpty() ? Status.NO_DATA : Status.HIT;
            assertThat(outcome.status()).isEqualTo(searched ? expected : failure(reply.status()));
            outcome.report().filter(Report::isHit).ifPresent(report -> {
                List<JsonNode> own = StreamSupport.stream(json.path("results").spliterator(), false)
                        .filter(row -> row.at("/task/url").asText().equals(url))
                        .toList();
                checkFacts(report, own);
                assertThat(report.evidence().get(0).value())
                        .contains(Long.toString(Math.max(
                                json.path("results").size(), json.path("total").asLong())));
                if (own.stream().noneMatch(row -> row.has("verdicts"))) {
                    assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
                }
            });
        }
    }

    /** Of those that stayed at the host they were sent to; a page without a host stayed nowhere else. */
    private static void checkFacts(Report report, List<JsonNode> scans) {
        List<JsonNode> home = scans.stream()
                .filter(scan -> scan.at("/page/domain").asText().isEmpty()
                        || scan.at("/page/domain").asText().equalsIgnoreCase(sentTo(scan)))
                .toList();
        assertThat(report.country())
                .isEqualTo(texts(home, "/page/country").findFirst().map(String::toUpperCase));
        assertThat(report.asn().stream().mapToObj(asn -> "AS" + asn).findFirst())
                .isEqualTo(texts(home, "/page/asn").findFirst());
        Optional<String> owner = texts(home, "/page/asnname").findFirst();
        assertThat(report.asOwner().isPresent()).isEqualTo(owner.isPresent());
        owner.ifPresent(name -> assertThat(name).startsWith(report.asOwner().orElseThrow()));
        assertThat(report.related().stream().map(other -> other.value()).toList())
                .containsAll(texts(home, "/page/ip").distinct().limit(20).toList());
        assertThat(report.tags())
                .containsAll(scans.stream()
                        .flatMap(scan ->
                                StreamSupport.stream(scan.at("/task/tags").spliterator(), false))
                        .map(tag -> tag.asText().toLowerCase(Locale.ROOT))
                        .limit(40)
                        .toList());
        texts(scans, "/task/time").findFirst().ifPresent(time -> assertThat(
                        report.lastSeen().orElseThrow().toString())
                .startsWith(time.substring(0, 19)));
    }

    private static String sentTo(JsonNode scan) {
        String domain = scan.at("/task/domain").asText();
        return domain.isEmpty() ? scan.at("/task/url").asText().replaceAll("^[a-z]+://([^/:?#]+).*$", "$1") : domain;
    }

    private static Stream<String> texts(List<JsonNode> scans, String pointer) {
        return scans.stream().map(scan -> scan.at(pointer).asText()).filter(text -> !text.isBlank());
    }

    private static Outcome scan(HttpReply submission, HttpReply result) {
        try (FixtureHost host = FixtureHost.of(new UrlscanPlugin(), SCANNING)
                .replying(call -> call.method().equals("POST") ? submission : result)) {
            return host.lookup("urlscan-scan", Indicator.of(IndicatorType.URL, "http://a.example/"))
                    .outcome();
        }
    }

    private static Status failure(int httpStatus) {
        return switch (httpStatus) {
            case 401, 403 -> Status.UNAUTHORISED;
            case 429 -> Status.RATE_LIMITED;
            default -> Status.ERROR;
        };
    }
}
