package io.indago.plugins.crtsh;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Related;
import io.indago.spi.Report;
import io.indago.spi.VerdictClass;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.RecordedBodies;
import io.indago.testkit.RecordedBodies.Body;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is expected of a body is read from it a second time, on another way than the plugin's. */
class RecordedBodiesTest {
    private static final int STATUS_OF_A_MISS = 200;

    @TestFactory
    Stream<DynamicTest> readsWhatCrtShReallySent() {
        return RecordedBodies.tests("crtsh", RecordedBodiesTest::check);
    }

    private static void check(Body body) {
        try (FixtureHost host = FixtureHost.of(new CrtShPlugin(), Map.of())) {
            Outcome outcome = host.replying(call -> body.reply(STATUS_OF_A_MISS))
                    .lookup(Indicator.of(IndicatorType.DOMAIN, "example.com"))
                    .outcome();
            assertThat(outcome.status()).isEqualTo(status(body));
            outcome.report().ifPresent(report -> checkReport(report, json(body)));
        }
    }

    private static Status status(Body body) {
        return switch (body.status(STATUS_OF_A_MISS)) {
            case 200 -> isList(body) ? json(body).isEmpty() ? Status.NO_DATA : Status.HIT : Status.ERROR;
            case 401, 403 -> Status.UNAUTHORISED;
            case 429 -> Status.RATE_LIMITED;
            default -> Status.ERROR;
        };
    }

    private static boolean isList(Body body) {
        return body.text().strip().startsWith("[") && body.text().strip().endsWith("]");
    }

    private static JsonNode json(Body body) {
        try {
            return new ObjectMapper().readTree(body.text());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static void checkReport(Report report, JsonNode json) {
        assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
        assertThat(report.summary()).startsWith(json.size() + " certificate");
        List<String> issued =
                json.findValuesAsText("not_before").stream().sorted().toList();
        assertThat(report.summary()).contains("the first of " + issued.get(0).substring(0, 10));
        List<String> logged = StreamSupport.stream(json.spliterator(), false)
                .map(one -> one.hasNonNull("entry_timestamp") ? one.path("entry_timestamp") : one.path("not_before"))
                .map(JsonNode::asText)
                .sorted()
                .toList();
        if (!logged.isEmpty()) {
            assertThat(report.firstSeen().orElseThrow().toString())
                    .startsWith(logged.get(0).substring(0, 19));
            assertThat(report.lastSeen().orElseThrow().toString())
                    .startsWith(logged.get(logged.size() - 1).substring(0, 19));
        }
        List<String> names = json.findValuesAsText("name_value").stream()
                .flatMap(String::lines)
                .filter(name -> name.matches("[a-z0-9.-]+\\.[a-z]+") && !name.equals("example.com"))
                .distinct()
                .limit(50)
                .toList();
        assertThat(report.related().stream().map(Related::value)).containsAll(names);
        assertThat(report.evidence().stream().anyMatch(piece -> piece.code().equals("wildcards")))
                .isEqualTo(json.toString().contains("\"*.") || json.toString().contains("\\n*."));
    }
}
