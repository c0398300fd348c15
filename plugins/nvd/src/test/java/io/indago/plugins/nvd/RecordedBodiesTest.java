package io.indago.plugins.nvd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Evidence;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Report;
import io.indago.spi.VerdictClass;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.RecordedBodies;
import io.indago.testkit.RecordedBodies.Body;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is expected of a body is read from it a second time, on another way than the plugin's. */
class RecordedBodiesTest {
    private static final int STATUS_OF_A_MISS = 200;

    @TestFactory
    Stream<DynamicTest> readsWhatNvdReallySent() {
        return RecordedBodies.tests("nvd", RecordedBodiesTest::check);
    }

    private static void check(Body body) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(body.text());
        JsonNode cve = json.at("/vulnerabilities/0/cve");
        try (FixtureHost host = FixtureHost.of(new NvdPlugin(), Map.of())) {
            Outcome outcome = host.replying(call -> body.reply(STATUS_OF_A_MISS))
                    .lookup(Indicator.of(IndicatorType.CVE, cve.path("id").asText("CVE-2021-99999")))
                    .outcome();
            assertThat(outcome.status()).isEqualTo(status(body.status(STATUS_OF_A_MISS), json));
            outcome.report().ifPresent(report -> checkReport(report, cve));
        }
    }

    private static Status status(int httpStatus, JsonNode json) {
        return switch (httpStatus) {
            case 200 -> json.path("totalResults").asInt() == 0 ? Status.NO_DATA : Status.HIT;
            case 401 -> Status.UNAUTHORISED;
            case 403, 429 -> Status.RATE_LIMITED;
            default -> Status.ERROR;
        };
    }

    private static void checkReport(Report report, JsonNode cve) {
        assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
        assertThat(report.references())
                .extracting(Object::toString)
                .containsExactly(
                        "https://nvd.nist.gov/vuln/detail/" + cve.path("id").asText());
        assertThat(report.firstSeen().orElseThrow().toString())
                .startsWith(cve.path("published").asText().substring(0, 19));
        assertThat(report.lastSeen().orElseThrow().toString())
                .startsWith(cve.path("lastModified").asText().substring(0, 19));
        if (!cve.findValues("baseScore").isEmpty()) {
            assertThat(report.evidence())
                    .filteredOn(piece -> piece.code().equals("cvss"))
                    .singleElement()
                    .satisfies(piece -> assertThat(cve.findValuesAsText("baseScore"))
                            .contains(piece.value().orElseThrow()));
        }
        assertThat(report.tags().contains("known-exploited")).isEqualTo(cve.has("cisaExploitAdd"));
        cve.path("weaknesses").findValuesAsText("value").stream()
                .filter(name -> name.startsWith("CWE-"))
                .forEach(name ->
                        assertThat(report.evidence()).extracting(Evidence::text).anyMatch(text -> text.contains(name)));
    }
}
