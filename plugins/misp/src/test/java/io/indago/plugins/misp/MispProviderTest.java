package io.indago.plugins.misp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Evidence;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Report;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MispProviderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Indicator ADDRESS = Indicator.of(IndicatorType.IPV4, "203.0.114.9");
    private static final Map<String, String> SETTINGS =
            Map.of("url", "https://misp.example.org/", "api-key", "made-up-key-of-a-test");

    @Test
    void tellsWhatItsEventsSay() {
        Report report = report(Reply.fixture("attributes-malicious.json"));

        assertThat(report.summary()).isEqualTo("In 2 events, marked for detection, in an event of medium threat level");
        assertThat(report.malwareFamilies()).containsExactly("Emotet");
        assertThat(report.actors()).containsExactly("Mummy Spider");
        assertThat(report.techniques()).containsExactly("T1566.001");
        assertThat(report.tags()).containsExactly("tlp:amber", "osint:source-type=\"blog-post\"");
        assertThat(report.firstSeen()).contains(Instant.parse("2026-09-01T10:00:00Z"));
        assertThat(report.lastSeen()).contains(Instant.parse("2026-09-19T10:00:00Z"));
        assertThat(report.references())
                .containsExactly(
                        URI.create("https://misp.example.org/events/view/41"),
                        URI.create("https://misp.example.org/events/view/42"));
        assertThat(report.evidence())
                .map(Evidence::text)
                .first()
                .asString()
                .isEqualTo("event 41, 2026-09-20, Example CERT: Made-up campaign; Network activity ip-dst; C2 server");
    }

    @ParameterizedTest
    @CsvSource({"true, 1, 90", "true, 2, 80", "true, 3, 70", "true, 4, 75", "false, 1, 40"})
    void weighsWhatIsMarkedForDetectionByItsThreatLevel(boolean toIds, String level, int score) {
        ObjectNode attribute = attribute().put("to_ids", toIds);
        attribute.withObject("/Event").put("threat_level_id", level);

        assertThat(report(found(attribute)).score()).hasValue(score);
    }

    @Test
    void takesAWarningListForAFalsePositive() {
        ObjectNode attribute = attribute();
        attribute.withArray("warnings").addObject().put("warninglist_name", "Top sites");

        assertThat(report(found(attribute)).score()).hasValue(10);
    }

    @Test
    void takesNoOwnEventForASecondOpinion() {
        ObjectNode attribute = attribute();
        attribute.withArray("Tag").addObject().put("name", "indago:source=\"enrichment\"");

        assertThat(outcome(found(attribute)).status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void takesNoOtherValueForTheOneAskedAbout() {
        assertThat(outcome(found(attribute().put("value", "203.0.114.99"))).status())
                .isEqualTo(Status.NO_DATA);
        assertThat(outcome(found(attribute().put("type", "ip-dst|port").put("value", "203.0.114.9|443")))
                        .status())
                .isEqualTo(Status.HIT);
    }

    @Test
    void readsAFewPagesAndNoMore() {
        ObjectNode[] hundred =
                IntStream.range(0, 100).mapToObj(i -> attribute()).toArray(ObjectNode[]::new);
        try (FixtureHost host = host(found(hundred))) {
            assertThat(host.lookup(ADDRESS).outcome().status()).isEqualTo(Status.HIT);
            assertThat(host.calls()).hasSize(3);
            assertThat(host.calls().get(2).body().orElseThrow()).contains("\"limit\":100,\"page\":3");
        }
    }

    @Test
    void asksForAnIndicatorAsItMayBeRecorded() {
        try (FixtureHost host = host(Reply.fixture("attributes-none.json"))) {
            host.lookup(Indicator.of(IndicatorType.ASN, "AS64500"));
            host.lookup(Indicator.of(IndicatorType.SHA256, "a".repeat(64)));

            assertThat(host.calls().get(0).body().orElseThrow())
                    .contains("\"value\":[\"64500\",\"AS64500\"],\"type\":[\"AS\"]");
            assertThat(host.calls().get(1).body().orElseThrow()).contains("\"type\":[\"sha256\",\"filename|sha256\"]");
            assertThat(host.calls().get(1))
                    .hasToString("POST https://misp.example.org/attributes/restSearch Authorization: ***,"
                            + " Accept: application/json");
        }
    }

    @Test
    void saysThatTheKeyIsRefused() {
        assertThat(outcome(Reply.fixture(403, "unauthorised.json")).status()).isEqualTo(Status.UNAUTHORISED);
    }

    @Test
    void startsWithATagPrefixOnly() {
        try (FixtureHost host = FixtureHost.of(
                new MispPlugin(),
                Map.of("url", "https://misp.example.org", "api-key", "made-up", "tag-prefix", "a:b"))) {
            assertThat(host.lookup(ADDRESS).outcome().reason()).contains("tag-prefix must be 2 to 40");
        }
    }

    private static ObjectNode attribute() {
        ObjectNode attribute = JSON.createObjectNode()
                .put("event_id", "41")
                .put("type", "ip-dst")
                .put("value", "203.0.114.9")
                .put("to_ids", true);
        attribute.withObject("/Event").put("id", "41").put("threat_level_id", "4");
        return attribute;
    }

    private static HttpReply found(ObjectNode... attributes) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode all = body.withObject("/response").withArray("Attribute");
        for (ObjectNode attribute : attributes) {
            all.add(attribute);
        }
        return Reply.json(body.toString());
    }

    private static Report report(HttpReply reply) {
        return outcome(reply).report().orElseThrow();
    }

    private static Outcome outcome(HttpReply reply) {
        try (FixtureHost host = host(reply)) {
            return host.lookup(ADDRESS).outcome();
        }
    }

    private static FixtureHost host(HttpReply reply) {
        return FixtureHost.of(new MispPlugin(), SETTINGS).replying(call -> reply);
    }
}
