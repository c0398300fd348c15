package io.indago.plugins.virustotal;

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
import java.time.Instant;
import java.util.EnumSet;
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

    @TestFactory
    Stream<DynamicTest> readsWhatVirusTotalReallySent() {
        return RecordedBodies.tests("virustotal", RecordedBodiesTest::check);
    }

    private static void check(Body body) throws JsonProcessingException {
        try (FixtureHost host = FixtureHost.of(new VirusTotalPlugin(), Map.of("api-key", "made-up-key-of-a-test"))) {
            Outcome outcome = host.replying(call -> body.reply(STATUS_OF_A_MISS))
                    .lookup(indicator(body.subject()))
                    .outcome();
            JsonNode attributes = new ObjectMapper().readTree(body.text()).at("/data/attributes");
            assertThat(outcome.status()).isIn(statuses(body.status(STATUS_OF_A_MISS), attributes));
            outcome.report().ifPresent(report -> checkReport(report, attributes));
        }
    }

    private static Indicator indicator(String subject) {
        return switch (subject) {
            case "ip", "ipv4", "any" -> Indicator.of(IndicatorType.IPV4, "203.0.114.9");
            case "ipv6" -> Indicator.of(IndicatorType.IPV6, "2620:fe::fe");
            case "url" -> Indicator.of(IndicatorType.URL, "http://a.example/");
            case "file", "hash", "sha256" -> Indicator.of(IndicatorType.SHA256, "1".repeat(64));
            default -> Indicator.of(IndicatorType.DOMAIN, "a.example");
        };
    }

    private static Set<Status> statuses(int httpStatus, JsonNode attributes) {
        return switch (httpStatus) {
            // A list of relations, say, is no answer to the question, and an error is one whatever the status
            case 200 -> attributes.isObject() ? Set.of(Status.HIT) : EnumSet.complementOf(EnumSet.of(Status.HIT));
            case 401, 403 -> Set.of(Status.UNAUTHORISED);
            case 404 -> Set.of(Status.NO_DATA);
            case 429 -> Set.of(Status.RATE_LIMITED);
            default -> Set.of(Status.ERROR);
        };
    }

    private static void checkReport(Report report, JsonNode attributes) {
        assertThat(report.verdict()).isEqualTo(verdict(attributes));
        assertThat(report.country()).isEqualTo(text(attributes.path("country")));
        assertThat(report.asn().orElse(0)).isEqualTo(attributes.path("asn").asLong());
        assertThat(report.asOwner()).isEqualTo(text(attributes.path("as_owner")));
        assertThat(report.network()).isEqualTo(text(attributes.path("network")));
        assertThat(seconds(report.firstSeen()))
                .isEqualTo(attributes.path("first_submission_date").asLong());
        if (attributes.path("last_analysis_date").asLong() > 0) {
            assertThat(seconds(report.lastSeen()))
                    .isEqualTo(attributes.path("last_analysis_date").asLong());
        }
        JsonNode threat = attributes.path("popular_threat_classification");
        assertThat(report.tags()).containsAll(firstTexts(40, attributes.path("tags"), ""));
        assertThat(report.malwareFamilies()).containsAll(firstTexts(10, threat.path("popular_threat_name"), "/value"));
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.ofNullable(node.textValue()).filter(text -> !text.isBlank());
    }

    private static long seconds(Optional<Instant> instant) {
        return instant.map(Instant::getEpochSecond).orElse(0L);
    }

    private static List<String> firstTexts(int count, JsonNode array, String pointer) {
        return StreamSupport.stream(array.spliterator(), false)
                .flatMap(item -> text(item.at(pointer)).stream())
                .limit(count)
                .toList();
    }

    private static VerdictClass verdict(JsonNode attributes) {
        long malicious = engines(attributes, "malicious");
        long suspicious = engines(attributes, "suspicious");
        if (malicious >= 3) {
            return VerdictClass.MALICIOUS;
        }
        if (malicious > 0 || suspicious > 0) {
            return VerdictClass.SUSPICIOUS;
        }
        return engines(attributes, "harmless") + engines(attributes, "undetected") > 0
                ? VerdictClass.BENIGN
                : VerdictClass.INFORMATIONAL;
    }

    private static long engines(JsonNode attributes, String category) {
        JsonNode stats = attributes.path("last_analysis_stats");
        return stats.isEmpty()
                ? StreamSupport.stream(attributes.path("last_analysis_results").spliterator(), false)
                        .filter(result -> result.path("category").asText().equals(category))
                        .count()
                : stats.path(category).asLong();
    }
}
