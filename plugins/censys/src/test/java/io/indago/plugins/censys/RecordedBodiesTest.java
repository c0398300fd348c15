package io.indago.plugins.censys;

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
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is expected of a body is read from it a second time, on another way than the plugin's. */
class RecordedBodiesTest {
    private static final int STATUS_OF_A_MISS = 404;

    @TestFactory
    Stream<DynamicTest> readsWhatCensysReallySent() {
        return RecordedBodies.tests("censys", RecordedBodiesTest::check);
    }

    private static void check(Body body) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(body.text());
        try (FixtureHost host = FixtureHost.of(new CensysPlugin(), Map.of("api-key", "made-up-key-of-a-test"))) {
            Outcome outcome = host.replying(call -> body.reply(STATUS_OF_A_MISS))
                    .lookup(Indicator.of(IndicatorType.IPV4, "203.0.114.9"))
                    .outcome();
            assertThat(outcome.status()).isEqualTo(status(body.status(STATUS_OF_A_MISS), json));
            outcome.report().ifPresent(report -> checkReport(report, host(json)));
        }
    }

    /** The first object with services, wherever it is. */
    private static JsonNode host(JsonNode json) {
        return Optional.ofNullable(json.findParent("services")).orElse(json.path("missing"));
    }

    private static Status status(int httpStatus, JsonNode json) {
        return switch (httpStatus) {
            case 401, 403 -> Status.UNAUTHORISED;
            case 404 -> Status.NO_DATA;
            case 429 -> Status.RATE_LIMITED;
            case 200 -> status(json);
            default -> Status.ERROR;
        };
    }

    private static Status status(JsonNode json) {
        if (host(json).path("services").size() > 0 && host(json).has("ip")) {
            return Status.HIT;
        }
        return json.at("/result/hits").isArray() && json.at("/result/hits").isEmpty() || json.findValue("ip") != null
                ? Status.NO_DATA
                : Status.ERROR;
    }

    private static void checkReport(Report report, JsonNode host) {
        boolean threatening =
                host.path("services").findValues("threats").stream().anyMatch(threats -> !threats.isEmpty());
        if (threatening) {
            assertThat(report.verdict()).isEqualTo(VerdictClass.MALICIOUS);
        } else if (host.findValues("labels").isEmpty()) {
            assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
        }
        assertThat(report.country())
                .isEqualTo(Optional.ofNullable(host.at("/location/country_code").textValue()));
        assertThat(report.asn().orElse(0))
                .isEqualTo(host.at("/autonomous_system/asn").asLong());
        assertThat(report.asOwner().orElse(""))
                .isEqualTo(host.at("/autonomous_system/name").asText());
        assertThat(report.network())
                .isEqualTo(Optional.ofNullable(
                        host.at("/autonomous_system/bgp_prefix").textValue()));
        assertThat(report.related().stream().map(Related::value))
                .containsAll(texts(host.at("/dns/reverse_dns/names")).stream()
                        .limit(20)
                        .toList());
        long ports = host.path("services").findValuesAsText("port").stream()
                .distinct()
                .count();
        assertThat(report.summary()).startsWith(ports + " open ports");
        String last = Stream.concat(
                        host.path("services").findValuesAsText("scan_time").stream(),
                        host.findValuesAsText("last_updated_at").stream())
                .max(String::compareTo)
                .orElse("");
        assertThat(report.lastSeen().map(Object::toString).orElse("")).isEqualTo(last);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
