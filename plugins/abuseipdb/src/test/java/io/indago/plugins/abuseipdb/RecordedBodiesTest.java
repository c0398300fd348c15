package io.indago.plugins.abuseipdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Report;
import io.indago.testkit.Descriptor;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.RecordedBodies;
import io.indago.testkit.RecordedBodies.Body;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is expected of a body is read from it a second time, on another way than the plugin's. */
class RecordedBodiesTest {
    private static final int STATUS_OF_A_MISS = 200;

    @TestFactory
    Stream<DynamicTest> readsWhatAbuseIpdbReallySent() {
        return RecordedBodies.tests("abuseipdb", RecordedBodiesTest::check);
    }

    private static void check(Body body) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(body.text());
        try (FixtureHost host = FixtureHost.of(
                Descriptor.named("abuseipdb.yaml").plugin(), Map.of("api-key", "made-up-key-of-a-test"))) {
            Outcome outcome = host.replying(call -> body.reply(STATUS_OF_A_MISS))
                    .lookup(Indicator.of(IndicatorType.IPV4, "203.0.114.9"))
                    .outcome();
            assertThat(outcome.status())
                    .as("%s", outcome.reason())
                    .isEqualTo(status(body.status(STATUS_OF_A_MISS), json));
            outcome.report().filter(Report::isHit).ifPresent(report -> checkReport(report, json.path("data")));
        }
    }

    private static Status status(int httpStatus, JsonNode json) {
        return switch (httpStatus) {
            case 401, 403 -> Status.UNAUTHORISED;
            case 429 -> Status.RATE_LIMITED;
            case 200 -> json.at("/data/totalReports").asInt() > 0 ? Status.HIT : Status.NO_DATA;
            default -> Status.ERROR;
        };
    }

    private static void checkReport(Report report, JsonNode data) {
        assertThat(report.summary()).startsWith(data.path("totalReports").asInt() + " reports");
        assertThat(report.country())
                .isEqualTo(Optional.ofNullable(data.path("countryCode").textValue()));
        assertThat(report.asOwner())
                .isEqualTo(Optional.ofNullable(data.path("isp").textValue()));
        assertThat(report.lastSeen().isPresent())
                .isEqualTo(data.path("lastReportedAt").isTextual());
        data.path("reports").forEach(written -> assertThat(report.evidence()).noneMatch(piece -> piece.text()
                .contains(written.path("comment").asText())));
    }
}
