package io.indago.plugins.otx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Report;
import io.indago.spi.VerdictClass;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.RecordedBodies;
import io.indago.testkit.RecordedBodies.Body;
import io.indago.testkit.Reply;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What is expected of a body is read from it a second time, on another way than the plugin's. A body is named after its
 * indicator's kind and its section; all other sections know nothing.
 */
class RecordedBodiesTest {
    private static final int STATUS_OF_A_MISS = 200;
    private static final Set<String> HARMLESS = Set.of("whitelist", "majestic", "akamai", "alexa");

    @TestFactory
    Stream<DynamicTest> readsWhatOtxReallySent() {
        return RecordedBodies.tests("alienvault-otx", RecordedBodiesTest::check);
    }

    private static void check(Body body) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(body.text());
        String section = body.name().split("-")[1];
        try (FixtureHost host = FixtureHost.of(new OtxPlugin(), Map.of())) {
            Outcome outcome = host.replying(call -> answer(call, section, body))
                    .lookup(indicator(body.subject()))
                    .outcome();
            boolean asked = host.calls().stream().anyMatch(call -> isOf(section, call));
            if (section.equals("error") || section.equals("rate") || asked) {
                assertThat(outcome.status()).isEqualTo(status(body.status(STATUS_OF_A_MISS), json));
            } else {
                assertThat(outcome.status())
                        .as("a section the plugin does not ask for")
                        .isEqualTo(Status.NO_DATA);
            }
            outcome.report().ifPresent(report -> checkReport(report, json));
        }
    }

    private static HttpReply answer(HttpCall call, String section, Body body) {
        boolean any = body.subject().equals("any");
        return any || isOf(section, call)
                ? body.reply(STATUS_OF_A_MISS)
                : isOf("general", call) ? Reply.fixture("general-nothing.json") : Reply.json("{}");
    }

    private static boolean isOf(String section, HttpCall call) {
        return call.uri().getPath().endsWith("/" + section);
    }

    private static Indicator indicator(String subject) {
        return switch (subject) {
            case "ip", "ipv4", "any" -> Indicator.of(IndicatorType.IPV4, "203.0.114.9");
            case "ipv6" -> Indicator.of(IndicatorType.IPV6, "2620:fe::fe");
            case "url" -> Indicator.of(IndicatorType.URL, "http://a.example/");
            case "file", "hash", "sha256" -> Indicator.of(IndicatorType.SHA256, "1".repeat(64));
            case "hostname", "fqdn" -> Indicator.of(IndicatorType.FQDN, "www.a.example");
            default -> Indicator.of(IndicatorType.DOMAIN, "a.example");
        };
    }

    private static Status status(int httpStatus, JsonNode json) {
        return switch (httpStatus) {
            case 401, 403 -> Status.UNAUTHORISED;
            case 429 -> Status.RATE_LIMITED;
            case 200 -> says(json) ? Status.HIT : Status.NO_DATA;
            default -> Status.ERROR;
        };
    }

    private static boolean says(JsonNode json) {
        return json.at("/pulse_info/count").asInt() > 0
                || json.at("/pulse_info/pulses").size() > 0
                || json.path("false_positive").size() > 0
                || isHarmless(json)
                || json.path("country_code").isTextual()
                || json.path("passive_dns").size() > 0
                || json.path("url_list").size() > 0
                || json.path("reputation").asInt() > 0
                || json.at("/reputation/threat_score").asInt() > 0
                || json.at("/reputation/activities").size() > 0
                || json.at("/analysis/info/results/file_type").isTextual()
                || json.at("/analysis/plugins").findValues("detection").stream().anyMatch(JsonNode::isTextual);
    }

    private static boolean isHarmless(JsonNode json) {
        return json.path("false_positive").size() > 0
                || StreamSupport.stream(json.path("validation").spliterator(), false)
                        .anyMatch(validation ->
                                HARMLESS.contains(validation.path("source").asText()));
    }

    private static void checkReport(Report report, JsonNode json) {
        if (json.path("country_code").isTextual()) {
            assertThat(report.country()).contains(json.path("country_code").asText());
        }
        String asn = json.path("asn").asText().replaceAll("^AS(\\d+)\\b.*|.*", "$1");
        assertThat(report.asn().orElse(0)).isEqualTo(asn.isEmpty() ? 0 : Long.parseLong(asn));
        JsonNode rows = json.path("passive_dns");
        if (rows.size() > 0) {
            assertThat(report.related()).isNotEmpty().hasSizeLessThanOrEqualTo(20);
        }
        if (json.has("pulse_info")) {
            assertThat(report.verdict()).isEqualTo(verdict(json));
            checkPulses(report, json.at("/pulse_info/pulses"), isHarmless(json));
        }
    }

    private static VerdictClass verdict(JsonNode json) {
        JsonNode pulses = json.at("/pulse_info/pulses");
        boolean family = StreamSupport.stream(pulses.spliterator(), false)
                .anyMatch(pulse -> pulse.path("malware_families").size() > 0);
        boolean substantial = family
                || StreamSupport.stream(pulses.spliterator(), false)
                        .anyMatch(pulse -> pulse.path("attack_ids").size() > 0
                                || pulse.at("/author/username").asText().equalsIgnoreCase("AlienVault"));
        int count = json.at("/pulse_info/count").asInt(pulses.size());
        if (isHarmless(json)) {
            return VerdictClass.BENIGN;
        }
        if (family || substantial && count > 1 || json.path("reputation").asInt() >= 2) {
            return VerdictClass.MALICIOUS;
        }
        return count > 0 ? VerdictClass.SUSPICIOUS : VerdictClass.INFORMATIONAL;
    }

    private static void checkPulses(Report report, JsonNode pulses, boolean harmless) {
        Stream<JsonNode> tags = StreamSupport.stream(pulses.spliterator(), false)
                .flatMap(pulse -> StreamSupport.stream(pulse.path("tags").spliterator(), false));
        if (!harmless) {
            assertThat(report.tags())
                    .containsAll(tags.map(tag -> tag.asText().strip())
                            .filter(tag -> !tag.isEmpty())
                            .distinct()
                            .limit(40)
                            .toList());
        }
        if (pulses.size() > 0) {
            assertThat(report.lastSeen()).isPresent();
            assertThat(report.references().size()).isGreaterThan(1);
        }
    }
}
