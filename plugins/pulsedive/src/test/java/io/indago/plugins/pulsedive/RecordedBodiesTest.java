package io.indago.plugins.pulsedive;

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
import io.indago.testkit.FixtureHost;
import io.indago.testkit.RecordedBodies;
import io.indago.testkit.RecordedBodies.Body;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is expected of a body is read from it a second time, on another way than the plugin's. */
class RecordedBodiesTest {
    private static final int STATUS_OF_A_MISS = 404;
    private static final Map<String, Integer> SCORES =
            Map.of("critical", 95, "high", 85, "medium", 55, "low", 25, "none", 5);

    @TestFactory
    Stream<DynamicTest> readsWhatPulsediveReallySent() {
        return RecordedBodies.tests("pulsedive", RecordedBodiesTest::check);
    }

    private static void check(Body body) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(body.text());
        try (FixtureHost host = FixtureHost.of(new PulsedivePlugin(), Map.of())) {
            Outcome outcome = host.replying(call -> body.reply(STATUS_OF_A_MISS))
                    .lookup(Indicator.of(IndicatorType.FQDN, "www.example.com"))
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
            case 200 -> status(json);
            default -> Status.ERROR;
        };
    }

    private static Status status(JsonNode json) {
        if (json.path("results").isArray() && json.path("results").isEmpty()
                || json.path("error").asText().contains("not found")) {
            return Status.NO_DATA;
        }
        return json.path("risk").isTextual() && !json.has("error") ? Status.HIT : Status.ERROR;
    }

    private static void checkReport(Report report, JsonNode json) {
        Integer score = SCORES.get(json.path("risk").asText());
        assertThat(report.score()).isEqualTo(score == null ? OptionalInt.empty() : OptionalInt.of(score));
        assertThat(report.country().orElse(""))
                .isEqualTo(json.at("/properties/geo/countrycode").asText("").toUpperCase(Locale.ROOT));
        String asn = json.at("/properties/geo/asn").asText("").replaceAll("\\D", "");
        assertThat(report.asn().orElse(0)).isEqualTo(asn.isEmpty() ? 0 : Long.parseLong(asn));
        List<String> related = report.related().stream().map(Related::value).toList();
        assertThat(related).containsAll(values(json.at("/properties/dns/A")));
        assertThat(related).containsAll(values(json.at("/properties/dns/AAAA")));
        assertThat(related).containsAll(values(json.at("/properties/dns/NS")));
        assertTime(report.firstSeen().map(Object::toString).orElse(""), json.path("stamp_added"));
        if (json.path("stamp_seen").isTextual()) {
            assertTime(report.lastSeen().map(Object::toString).orElse(""), json.path("stamp_seen"));
        }
        Set<String> evidence =
                Set.copyOf(report.evidence().stream().map(Evidence::code).toList());
        assertThat(evidence.contains("threats")).isEqualTo(!json.path("threats").isEmpty());
        assertThat(evidence.contains("feeds")).isEqualTo(!json.path("feeds").isEmpty());
        assertThat(evidence.contains("risk-factors"))
                .isEqualTo(!json.path("riskfactors").isEmpty());
        json.path("threats").forEach(threat -> {
            if (threat.path("category").asText().equals("malware")
                    && !json.path("risk").asText().equals("none")) {
                assertThat(report.malwareFamilies())
                        .contains(threat.path("name").asText());
            }
        });
    }

    private static void assertTime(String found, JsonNode written) {
        if (written.isTextual()) {
            assertThat(found).startsWith(written.asText().replace(' ', 'T'));
        }
    }

    private static List<String> values(JsonNode one) {
        return one.isTextual()
                ? List.of(one.asText())
                : StreamSupport.stream(one.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
    }
}
