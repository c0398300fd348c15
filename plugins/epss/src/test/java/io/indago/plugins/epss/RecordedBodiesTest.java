package io.indago.plugins.epss;

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
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is expected of a body is read from it a second time, on another way than the plugin's. */
class RecordedBodiesTest {
    private static final int STATUS_OF_A_MISS = 200;

    @TestFactory
    Stream<DynamicTest> readsWhatFirstReallySent() {
        return RecordedBodies.tests("epss", RecordedBodiesTest::check);
    }

    private static void check(Body body) throws JsonProcessingException {
        JsonNode score = new ObjectMapper().readTree(body.text()).at("/data/0");
        String cve = score.path("cve").asText("CVE-2021-99999");
        try (FixtureHost host = FixtureHost.of(new EpssPlugin(), Map.of())) {
            Outcome outcome = host.replying(call -> body.reply(STATUS_OF_A_MISS))
                    .lookup(Indicator.of(IndicatorType.CVE, cve))
                    .outcome();
            assertThat(outcome.status()).isEqualTo(status(body.status(STATUS_OF_A_MISS), score));
            outcome.report().ifPresent(report -> {
                assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
                assertThat(report.lastSeen().orElseThrow().toString())
                        .startsWith(score.path("date").asText());
                assertThat(new BigDecimal(report.evidence().get(0).value().orElseThrow()))
                        .isEqualByComparingTo(score.path("epss").asText());
            });
        }
    }

    private static Status status(int httpStatus, JsonNode score) {
        return switch (httpStatus) {
            case 200 -> score.isMissingNode() ? Status.NO_DATA : Status.HIT;
            case 401, 403 -> Status.UNAUTHORISED;
            case 429 -> Status.RATE_LIMITED;
            default -> Status.ERROR;
        };
    }
}
