package io.indago.plugins.geoip;

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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is expected of a body is read from it a second time, on another way than the plugin's. */
class RecordedBodiesTest {
    private static final Map<String, String> SETTINGS = Map.of("api-key", "made-up-key-of-a-test");
    private static final Pattern AS = Pattern.compile("\"AS(\\d+)|\"AutonomousSystemNumber\"\\s*:\\s*\"?(\\d+)");
    private static final List<String> TAGS = List.of("vpn", "proxy", "tor", "relay", "hosting", "mobile");

    @TestFactory
    Stream<DynamicTest> readsWhatIpInfoReallySent() {
        return RecordedBodies.tests("ipinfo", body -> check("ipinfo", body, 404));
    }

    @TestFactory
    Stream<DynamicTest> readsWhatIpApiReallySent() {
        return RecordedBodies.tests("ip-api", body -> check("ip-api", body, 200));
    }

    @TestFactory
    Stream<DynamicTest> readsWhatCirclReallySent() {
        return RecordedBodies.tests("circl-geolookup", body -> check("circl-geolookup", body, 404));
    }

    private static void check(String provider, Body body, int statusOfAMiss) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(body.text());
        try (FixtureHost host = FixtureHost.of(new OfProvider(provider), of(provider))) {
            Outcome outcome = host.replying(call -> body.reply(statusOfAMiss))
                    .lookup(provider, Indicator.of(IndicatorType.IPV4, "203.0.114.9"))
                    .outcome();
            assertThat(outcome.status()).isEqualTo(status(body.status(statusOfAMiss), json));
            outcome.report().ifPresent(report -> checkReport(report, json));
        }
    }

    private static Map<String, String> of(String provider) {
        return provider.equals("circl-geolookup") ? Map.of() : SETTINGS;
    }

    private static Status status(int httpStatus, JsonNode json) {
        return switch (httpStatus) {
            case 401, 403 -> Status.UNAUTHORISED;
            case 404 -> Status.NO_DATA;
            case 429 -> Status.RATE_LIMITED;
            case 200 ->
                json.path("bogon").asBoolean() || json.path("status").asText().equals("fail") || json.isEmpty()
                        ? Status.NO_DATA
                        : Status.HIT;
            default -> Status.ERROR;
        };
    }

    private static void checkReport(Report report, JsonNode json) {
        assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
        Stream.of("countryCode", "country_code", "iso_code", "country")
                .flatMap(name -> Optional.ofNullable(json.findValue(name)).stream())
                .filter(value -> value.asText().length() == 2)
                .findFirst()
                .ifPresent(code -> assertThat(report.country()).contains(code.asText()));
        Optional<MatchResult> number = AS.matcher(json.toString()).results().findFirst();
        number.ifPresent(match -> assertThat(report.asn())
                .hasValue(Long.parseLong(match.group(1) == null ? match.group(2) : match.group(1))));
        assertThat(report.asn().isPresent()).isEqualTo(number.isPresent());
        assertThat(report.asOwner().isPresent()).isEqualTo(number.isPresent());
        TAGS.forEach(tag -> assertThat(report.tags().contains(tag))
                .as(tag)
                .isEqualTo(json.findValues(tag).stream().anyMatch(JsonNode::asBoolean)
                        || json.findValues("is_" + tag).stream().anyMatch(JsonNode::asBoolean)));
        if (json.hasNonNull("city")) {
            assertThat(report.summary()).contains(json.path("city").asText());
        }
        String coordinates = json.has("loc")
                ? json.path("loc").asText()
                : json.has("lat") ? json.path("lat") + "," + json.path("lon") : "";
        assertThat(report.evidence().stream()
                        .filter(piece -> piece.code().equals("coordinates"))
                        .flatMap(piece -> piece.value().stream())
                        .findFirst()
                        .orElse(""))
                .isEqualTo(coordinates);
        Optional.ofNullable(json.findValue("route"))
                .ifPresent(route -> assertThat(report.network()).contains(route.asText()));
    }
}
