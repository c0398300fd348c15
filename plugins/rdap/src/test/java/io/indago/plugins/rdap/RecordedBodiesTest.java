package io.indago.plugins.rdap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Evidence;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Related;
import io.indago.spi.Report;
import io.indago.spi.VerdictClass;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.RecordedBodies;
import io.indago.testkit.RecordedBodies.Body;
import io.indago.testkit.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is expected of a body is read from it a second time, on another way than the plugin's. */
class RecordedBodiesTest {
    private static final int STATUS_OF_A_MISS = 404;

    @TestFactory
    Stream<DynamicTest> readsWhatRegistriesReallySent() {
        return RecordedBodies.tests("rdap", RecordedBodiesTest::check);
    }

    private static void check(Body body) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(body.text());
        try (FixtureHost host = FixtureHost.of(new RdapPlugin(), Map.of())) {
            Outcome outcome = host.replying(call -> call.uri().getHost().equals("data.iana.org")
                            ? Reply.fixture(call.uri().getPath().replaceFirst("^/rdap/", ""))
                            : body.reply(STATUS_OF_A_MISS))
                    .lookup(indicator(body.subject()))
                    .outcome();
            assertThat(outcome.status()).isEqualTo(status(body.status(STATUS_OF_A_MISS)));
            outcome.report().ifPresent(report -> checkReport(report, json));
        }
    }

    private static Indicator indicator(String subject) {
        return switch (subject) {
            case "ip" -> Indicator.of(IndicatorType.IPV4, "203.0.114.9");
            case "asn", "autnum" -> Indicator.of(IndicatorType.ASN, "AS64500");
            default -> Indicator.of(IndicatorType.DOMAIN, "evil-shop.com");
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
        String statuses = json.path("status").toString().toLowerCase(Locale.ROOT);
        assertThat(report.verdict())
                .isEqualTo(statuses.contains("hold\"") ? VerdictClass.SUSPICIOUS : VerdictClass.INFORMATIONAL);
        if (json.path("country").asText().length() == 2) {
            assertThat(report.country()).contains(json.path("country").asText());
        }
        if (json.path("startAutnum").isNumber()) {
            assertThat(report.asn()).hasValue(json.path("startAutnum").asLong());
        }
        JsonNode block = json.at("/cidr0_cidrs/0");
        if (block.isObject()) {
            assertThat(report.network())
                    .contains((block.has("v4prefix") ? block.path("v4prefix") : block.path("v6prefix")).asText() + "/"
                            + block.path("length").asInt());
        } else if (json.path("startAddress").asText().endsWith(".0")
                && json.path("endAddress")
                        .asText()
                        .equals(json.path("startAddress").asText().replaceFirst("0$", "255"))) {
            assertThat(report.network()).contains(json.path("startAddress").asText() + "/24");
        }
        List<String> servers = json.path("nameservers").findValuesAsText("ldhName").stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        assertThat(report.related().stream().map(Related::value)).containsExactlyElementsOf(servers);
        Map<String, String> days = StreamSupport.stream(json.path("events").spliterator(), false)
                .collect(Collectors.toMap(
                        event -> event.path("eventAction").asText(),
                        event -> event.path("eventDate").asText().substring(0, 10),
                        (one, other) -> one.compareTo(other) > 0 ? one : other));
        checkDay(report, "registered", days.get("registration"));
        checkDay(report, "expires", days.get("expiration"));
    }

    private static void checkDay(Report report, String code, String day) {
        List<String> found = report.evidence().stream()
                .filter(piece -> piece.code().equals(code))
                .map(Evidence::text)
                .toList();
        assertThat(found).hasSize(day == null ? 0 : 1).allSatisfy(text -> assertThat(text)
                .endsWith(day));
    }
}
