package io.indago.plugins.circlhashlookup;

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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is expected of a body is read from it a second time, on another way than the plugin's. */
class RecordedBodiesTest {
    private static final int STATUS_OF_A_MISS = 404;

    @TestFactory
    Stream<DynamicTest> readsWhatHashlookupReallySent() {
        return RecordedBodies.tests("circl-hashlookup", RecordedBodiesTest::check);
    }

    private static void check(Body body) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(body.text());
        try (FixtureHost host = FixtureHost.of(new HashlookupPlugin(), Map.of())) {
            Outcome outcome = host.replying(call -> body.reply(STATUS_OF_A_MISS))
                    .lookup(Indicator.of(IndicatorType.SHA256, "1".repeat(64)))
                    .outcome();
            assertThat(outcome.status()).isEqualTo(status(body.status(STATUS_OF_A_MISS)));
            outcome.report().ifPresent(report -> checkReport(report, json));
        }
    }

    private static Status status(int httpStatus) {
        return switch (httpStatus) {
            case 200 -> Status.HIT;
            case 401, 403 -> Status.UNAUTHORISED;
            case 404 -> Status.NO_DATA;
            case 429 -> Status.RATE_LIMITED;
            default -> Status.ERROR;
        };
    }

    private static void checkReport(Report report, JsonNode json) {
        int trust = json.path("hashlookup:trust").asInt(-1);
        VerdictClass expected = json.hasNonNull("KnownMalicious")
                ? VerdictClass.MALICIOUS
                : trust >= 50 ? VerdictClass.BENIGN : VerdictClass.INFORMATIONAL;
        assertThat(report.verdict()).isEqualTo(expected);
        assertThat(report.related().stream().map(Related::value))
                .containsAll(
                        Stream.concat(json.findValuesAsText("SHA-1").stream(), json.findValuesAsText("MD5").stream())
                                .map(hash -> hash.toLowerCase(Locale.ROOT))
                                .limit(10)
                                .toList());
        String evidence = report.evidence().toString()
                + report.evidence().stream().map(piece -> piece.text()).toList();
        Stream.concat(json.findValuesAsText("PackageName").stream(), json.findValuesAsText("ProductName").stream())
                .limit(3)
                .forEach(name -> assertThat(evidence).contains(name));
        if (json.path("FileName").isTextual()) {
            assertThat(evidence).contains(json.path("FileName").asText());
        }
    }
}
