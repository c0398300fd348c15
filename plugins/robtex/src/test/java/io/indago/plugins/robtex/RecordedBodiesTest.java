package io.indago.plugins.robtex;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is expected of a body is read from it a second time, on another way than the plugin's. */
class RecordedBodiesTest {
    private static final int STATUS_OF_A_MISS = 200;

    @TestFactory
    Stream<DynamicTest> readsWhatRobtexReallySent() {
        return RecordedBodies.tests("robtex", RecordedBodiesTest::check);
    }

    private static void check(Body body) {
        List<JsonNode> objects = body.subject().equals("pdns")
                ? body.text()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(RecordedBodiesTest::json)
                        .toList()
                : List.of(json(body.text()));
        try (FixtureHost host = FixtureHost.of(new RobtexPlugin(), Map.of())) {
            Outcome outcome = host.replying(call -> body.reply(STATUS_OF_A_MISS))
                    .lookup(indicator(body.subject()))
                    .outcome();
            assertThat(outcome.status()).isEqualTo(status(body, objects));
            outcome.report().ifPresent(report -> checkReport(report, objects));
        }
    }

    private static Indicator indicator(String subject) {
        return switch (subject) {
            case "pdns" -> Indicator.of(IndicatorType.FQDN, "a.iana-servers.net");
            case "asn" -> Indicator.of(IndicatorType.ASN, "AS64500");
            default -> Indicator.of(IndicatorType.IPV4, "203.0.114.9");
        };
    }

    private static Status status(Body body, List<JsonNode> objects) {
        if (objects.toString().contains("ratelimited")) {
            return Status.RATE_LIMITED;
        }
        return switch (body.status(STATUS_OF_A_MISS)) {
            case 200 -> body.name().contains("hit") ? Status.HIT : Status.NO_DATA;
            case 401, 403 -> Status.UNAUTHORISED;
            case 429 -> Status.RATE_LIMITED;
            default -> Status.ERROR;
        };
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static void checkReport(Report report, List<JsonNode> objects) {
        assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
        JsonNode first = objects.get(0);
        if (first.path("as").isNumber()) {
            assertThat(report.asn()).hasValue(first.path("as").asLong());
            assertThat(report.asOwner()).contains(first.path("asname").asText());
            assertThat(report.network()).contains(first.path("bgproute").asText());
        }
        List<String> others = objects.stream()
                .flatMap(
                        object -> Stream.of("o", "n", "rrdata").flatMap(name -> object.findValuesAsText(name).stream()))
                .distinct()
                .limit(20)
                .toList();
        List<String> expected = objects.stream()
                        .allMatch(object -> object.path("rrtype").asText("A").matches("A|AAAA"))
                ? others
                : List.of();
        assertThat(report.related().stream().map(Related::value)).containsAll(expected);
        long[] times = objects.stream()
                .flatMap(object ->
                        Stream.of("t", "time_first", "time_last").flatMap(name -> object.findValues(name).stream()))
                .mapToLong(JsonNode::asLong)
                .sorted()
                .toArray();
        LongStream.of(times).limit(1).forEach(time -> {
            assertThat(report.firstSeen()).contains(Instant.ofEpochSecond(time));
            assertThat(report.lastSeen()).contains(Instant.ofEpochSecond(times[times.length - 1]));
        });
    }
}
