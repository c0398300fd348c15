package io.indago.plugins.dns;

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
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is expected of a body is read from it a second time, on another way than the plugin's. */
class RecordedBodiesTest {
    private static final int STATUS_OF_A_MISS = 200;
    private static final Set<Integer> NOISE = Set.of(13, 46);

    @TestFactory
    Stream<DynamicTest> readsWhatResolversReallySent() {
        return RecordedBodies.tests("dns", RecordedBodiesTest::check);
    }

    private static void check(Body body) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(body.text());
        try (FixtureHost host = FixtureHost.of(new OfFactory(new DnsFactory()), Map.of())) {
            Outcome outcome = host.replying(call -> body.reply(STATUS_OF_A_MISS))
                    .lookup(indicator(json))
                    .outcome();
            List<JsonNode> records = records(json);
            assertThat(outcome.status()).isEqualTo(status(body.status(STATUS_OF_A_MISS), json, records));
            outcome.report().ifPresent(report -> checkReport(report, records));
        }
    }

    private static Indicator indicator(JsonNode json) {
        String name = json.at("/Question/0/name").asText();
        return name.matches(".*\\.(in-addr|ip6)\\.arpa\\.?")
                ? Indicator.of(IndicatorType.IPV4, "203.0.114.9")
                : Indicator.of(IndicatorType.DOMAIN, "evil.example");
    }

    private static List<JsonNode> records(JsonNode json) {
        return StreamSupport.stream(json.path("Answer").spliterator(), false)
                .filter(answer -> !NOISE.contains(answer.path("type").asInt()))
                .toList();
    }

    private static Status status(int httpStatus, JsonNode json, List<JsonNode> records) {
        if (httpStatus != 200) {
            return httpStatus == 429 ? Status.RATE_LIMITED : Status.ERROR;
        }
        return switch (json.path("Status").asInt(-1)) {
            case 0 -> records.isEmpty() ? Status.NO_DATA : Status.HIT;
            case 3 -> Status.NO_DATA;
            default -> Status.ERROR;
        };
    }

    private static void checkReport(Report report, List<JsonNode> records) {
        assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
        assertThat(report.evidence()).isNotEmpty();
        Set<Integer> addresses = Set.of(1, 28);
        assertThat(report.related().stream()
                        .filter(other -> other.relation().equals("resolves-to"))
                        .map(Related::value))
                .containsAll(records.stream()
                        .filter(answer -> addresses.contains(answer.path("type").asInt()))
                        .map(answer -> answer.path("data").asText())
                        .distinct()
                        .limit(20)
                        .toList());
    }
}
