package io.indago.plugins.shodan;

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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is expected of a body is read from it a second time, on another way than the plugin's. */
class RecordedBodiesTest {
    private static final int STATUS_OF_A_MISS = 404;
    private static final Set<String> BAD_TAGS = Set.of("malware", "c2", "compromised");

    @TestFactory
    Stream<DynamicTest> readsWhatShodanReallySent() {
        return RecordedBodies.tests("shodan", RecordedBodiesTest::check);
    }

    private static void check(Body body) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(body.text());
        Map<String, String> settings =
                body.subject().equals("internetdb") ? Map.of() : Map.of("api-key", "made-up-key-of-a-test");
        try (FixtureHost host = FixtureHost.of(new ShodanPlugin(), settings)) {
            Outcome outcome = host.replying(call -> body.reply(STATUS_OF_A_MISS))
                    .lookup(Indicator.of(IndicatorType.IPV4, "203.0.114.9"))
                    .outcome();
            assertThat(outcome.status()).isEqualTo(status(body.status(STATUS_OF_A_MISS), json));
            outcome.report().ifPresent(report -> checkReport(report, json));
        }
    }

    private static Status status(int httpStatus, JsonNode json) {
        return switch (httpStatus) {
            case 401, 403 -> Status.UNAUTHORISED;
            case 404 -> Status.NO_DATA;
            case 429 -> Status.RATE_LIMITED;
            // An answer about a domain or a key is none about an address
            case 200 -> json.path("ports").isArray() ? Status.HIT : Status.ERROR;
            default -> Status.ERROR;
        };
    }

    private static void checkReport(Report report, JsonNode json) {
        List<String> tags = texts(json.path("tags"));
        assertThat(report.verdict())
                .isEqualTo(
                        tags.stream().anyMatch(BAD_TAGS::contains)
                                ? VerdictClass.MALICIOUS
                                : VerdictClass.INFORMATIONAL);
        assertThat(report.tags()).containsAll(tags.stream().limit(40).toList());
        assertThat(report.country())
                .isEqualTo(Optional.ofNullable(json.path("country_code").textValue()));
        String asn = json.path("asn").asText().replaceAll("\\D", "");
        assertThat(report.asn().orElse(0)).isEqualTo(asn.isEmpty() ? 0 : Long.parseLong(asn));
        assertThat(report.related().stream().map(other -> other.value()).toList())
                .isSubsetOf(texts(json.path("hostnames")));
        assertThat(report.lastSeen().isPresent())
                .isEqualTo(json.path("last_update").isTextual());
        long ports = StreamSupport.stream(json.path("ports").spliterator(), false)
                .distinct()
                .count();
        assertThat(report.summary()).startsWith(ports + " open ports");
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }
}
