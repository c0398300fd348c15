package io.indago.plugins.xforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
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
    private static final int STATUS_OF_A_MISS = 404;

    @TestFactory
    Stream<DynamicTest> readsWhatXForceReallySent() {
        return RecordedBodies.tests("xforce", RecordedBodiesTest::check);
    }

    private static void check(Body body) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(body.text());
        try (FixtureHost host = FixtureHost.of(
                new XForcePlugin(), Map.of("api-key", "made-up-key", "api-password", "made-up-password"))) {
            Outcome outcome = host.replying(call -> body.reply(STATUS_OF_A_MISS))
                    .lookup(asked(body.subject()))
                    .outcome();
            assertThat(outcome.status()).isEqualTo(status(body.status(STATUS_OF_A_MISS)));
            outcome.report().ifPresent(report -> checkReport(report, json));
        }
    }

    private static Indicator asked(String subject) {
        return switch (subject) {
            case "file", "hash" -> Indicator.of(IndicatorType.MD5, "00000000000000000000000000000001");
            case "url" -> Indicator.of(IndicatorType.URL, "http://shop.example/");
            case "domain" -> Indicator.of(IndicatorType.DOMAIN, "shop.example");
            case "cve" -> Indicator.of(IndicatorType.CVE, "CVE-2021-99999");
            default -> Indicator.of(IndicatorType.IPV4, "203.0.114.9");
        };
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
        assertThat(report.verdict()).isEqualTo(verdict(json));
        assertThat(report.evidence()).isNotEmpty();
        assertThat(report.references()).isNotEmpty();
        String country = json.at("/geo/countrycode").asText("");
        assertThat(report.country().orElse("")).isEqualTo(country);
        List<JsonNode> families = Stream.of("/malware/family", "/malware/origins/external/family")
                .flatMap(pointer -> StreamSupport.stream(json.at(pointer).spliterator(), false))
                .toList();
        assertThat(report.malwareFamilies())
                .containsAll(families.stream().map(JsonNode::asText).toList());
        String lastSeen = json.at("/malware/origins/external/lastSeen").asText("");
        if (!lastSeen.isEmpty()) {
            assertThat(report.lastSeen().orElseThrow()).hasToString(lastSeen);
        }
        json.findValues("cats").stream()
                .limit(1)
                .flatMap(cats -> cats.properties().stream())
                .forEach(category -> assertThat(report.summary()).contains(category.getKey()));
        json.findValues("CnCServers").forEach(servers -> servers.path("rows")
                .forEach(row -> assertThat(report.related()).anyMatch(other -> other.value()
                        .equals(row.path("domain").asText()))));
    }

    private static VerdictClass verdict(JsonNode json) {
        String risk = json.at("/malware/risk").asText("");
        if (!risk.isEmpty()) {
            return switch (risk) {
                case "high" -> VerdictClass.MALICIOUS;
                case "medium" ->
                    json.at("/malware/origins/external/detectionCoverage").asInt() < 50
                            ? VerdictClass.SUSPICIOUS
                            : VerdictClass.MALICIOUS;
                case "low" -> VerdictClass.BENIGN;
                default -> VerdictClass.INFORMATIONAL;
            };
        }
        double score = Stream.of("/score", "/result/score")
                .mapToDouble(pointer -> json.at(pointer).asDouble(0))
                .max()
                .orElse(0);
        if (score >= 7) {
            return VerdictClass.MALICIOUS;
        }
        if (score >= 4) {
            return VerdictClass.SUSPICIOUS;
        }
        return score > 0 && score <= 2 ? VerdictClass.BENIGN : VerdictClass.INFORMATIONAL;
    }
}
