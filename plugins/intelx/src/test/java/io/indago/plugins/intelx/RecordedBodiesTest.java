package io.indago.plugins.intelx;

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
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is expected of a body is read from it a second time, on another way than the plugin's. */
class RecordedBodiesTest {
    @TestFactory
    Stream<DynamicTest> readsWhatIntelligenceXReallySent() {
        return RecordedBodies.tests("intelx", RecordedBodiesTest::check);
    }

    private static void check(Body body) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(body.text());
        HttpReply reply = body.reply(200);
        if (body.name().contains("result")) {
            Outcome outcome = lookup(Reply.fixture("started.json"), reply);
            assertThat(outcome.status()).isEqualTo(ofResults(reply.status(), json));
            outcome.report().filter(Report::isHit).ifPresent(report -> checkReport(report, json.path("records")));
        } else {
            assertThat(lookup(reply, Reply.fixture("over.json")).status()).isEqualTo(ofStart(reply.status(), json));
        }
    }

    /** The search goes on until the body was read, and is over then. */
    private static Outcome lookup(HttpReply started, HttpReply results) {
        AtomicInteger asked = new AtomicInteger();
        try (FixtureHost host =
                FixtureHost.of(new IntelxPlugin(), Map.of("api-key", "made-up-key-of-a-test", "poll", "1ms"))) {
            return host.replying(call -> call.method().equals("POST")
                            ? started
                            : asked.getAndIncrement() == 0 ? results : Reply.fixture("over.json"))
                    .lookup(Indicator.of(IndicatorType.DOMAIN, "a.example"))
                    .outcome();
        }
    }

    private static Status ofStart(int httpStatus, JsonNode json) {
        if (httpStatus != 200) {
            return refusal(httpStatus);
        }
        return switch (json.path("status").asInt(-1)) {
            case 0 -> json.path("id").asText().isEmpty() ? Status.ERROR : Status.NO_DATA;
            case 2 -> Status.RATE_LIMITED;
            default -> Status.ERROR;
        };
    }

    private static Status ofResults(int httpStatus, JsonNode json) {
        if (httpStatus != 200) {
            return refusal(httpStatus);
        }
        return switch (json.path("status").asInt(-1)) {
            case 0, 1, 3 -> json.path("records").isEmpty() ? Status.NO_DATA : Status.HIT;
            default -> Status.ERROR;
        };
    }

    private static Status refusal(int httpStatus) {
        return switch (httpStatus) {
            case 401, 403 -> Status.UNAUTHORISED;
            case 402, 429 -> Status.RATE_LIMITED;
            default -> Status.ERROR;
        };
    }

    private static void checkReport(Report report, JsonNode records) {
        assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
        assertThat(report.evidence().get(0).value())
                .contains(Long.toString(StreamSupport.stream(records.spliterator(), false)
                        .map(record -> record.path("systemid"))
                        .distinct()
                        .count()));
        String newest = StreamSupport.stream(records.spliterator(), false)
                .map(record -> record.path("date").asText().substring(0, 10))
                .max(String::compareTo)
                .orElseThrow();
        assertThat(report.lastSeen().orElseThrow().toString()).startsWith(newest);
        assertThat(report.references().get(0))
                .hasToString(
                        "https://intelx.io/?did=" + records.at("/0/systemid").asText());
        assertThat(report.evidence())
                .anyMatch(piece -> piece.code().equals("buckets")
                        && piece.text().contains(records.at("/0/bucketh").asText()));
    }
}
