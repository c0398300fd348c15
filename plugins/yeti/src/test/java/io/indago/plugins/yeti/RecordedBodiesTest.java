package io.indago.plugins.yeti;

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
import io.indago.testkit.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is expected of a body is read from it a second time, on another way than the plugin's. */
class RecordedBodiesTest {

    @TestFactory
    Stream<DynamicTest> readsWhatYetiReallySent() {
        return RecordedBodies.tests("yeti", RecordedBodiesTest::check);
    }

    private static void check(Body body) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(body.text());
        JsonNode observable = json.at("/observables/0");
        String value = observable.path("value").asText("203.0.114.9");
        try (FixtureHost host =
                FixtureHost.of(new YetiPlugin(), Map.of("url", "https://yeti.example.org", "api-key", "made-up-key"))) {
            Outcome outcome = host.replying(call ->
                            call.uri().getPath().endsWith("/api-token") ? Reply.fixture("token.json") : body.reply(200))
                    .lookup(Indicator.of(value.matches("[0-9.]+") ? IndicatorType.IPV4 : IndicatorType.DOMAIN, value))
                    .outcome();
            assertThat(outcome.status()).isEqualTo(status(body.status(200), observable));
            outcome.report().ifPresent(report -> checkReport(report, observable));
        }
    }

    private static Status status(int httpStatus, JsonNode observable) {
        return switch (httpStatus) {
            case 200 -> observable.isMissingNode() ? Status.NO_DATA : Status.HIT;
            case 401, 403 -> Status.UNAUTHORISED;
            case 429 -> Status.RATE_LIMITED;
            default -> Status.ERROR;
        };
    }

    private static void checkReport(Report report, JsonNode observable) {
        List<String> tags = StreamSupport.stream(observable.path("tags").spliterator(), false)
                .filter(tag -> tag.path("fresh").asBoolean(true))
                .filter(tag -> Instant.parse(tag.path("expires").asText("9999-01-01T00:00:00Z"))
                        .isAfter(Instant.now()))
                .map(tag -> tag.path("name").asText())
                .toList();
        assertThat(report.tags()).containsExactlyElementsOf(tags);
        assertThat(report.verdict()).isEqualTo(verdict(tags));
        assertThat(report.references())
                .extracting(Object::toString)
                .containsExactly("https://yeti.example.org/observables/"
                        + observable.path("id").asText());
        assertThat(report.firstSeen())
                .contains(Instant.parse(observable.path("created").asText()));
        observable.path("context").findValuesAsText("source").forEach(source -> assertThat(report.evidence())
                .anyMatch(piece -> piece.value().filter(source::equals).isPresent()));
    }

    private static VerdictClass verdict(List<String> tags) {
        if (tags.stream().anyMatch(Set.of("c2", "malware", "phishing", "malicious")::contains)) {
            return VerdictClass.MALICIOUS;
        }
        if (tags.contains("suspicious")) {
            return VerdictClass.SUSPICIOUS;
        }
        return tags.stream().anyMatch(Set.of("whitelist", "benign")::contains)
                ? VerdictClass.BENIGN
                : VerdictClass.INFORMATIONAL;
    }
}
