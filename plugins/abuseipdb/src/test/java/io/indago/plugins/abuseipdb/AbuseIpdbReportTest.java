package io.indago.plugins.abuseipdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.host.ErrorCause;
import io.indago.host.Outcome;
import io.indago.spi.Evidence;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Related;
import io.indago.spi.Report;
import io.indago.testkit.Descriptor;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AbuseIpdbReportTest {
    private static final Map<String, String> KEY = Map.of("api-key", "made-up-key-of-a-test");

    @Test
    void readsAReportedAddressWithoutWhatPeopleWrote() {
        Report report = report(Reply.fixture("reported.json"));

        assertThat(report.summary()).isEqualTo("42 reports by 17 people, 100% sure of abuse");
        assertThat(report.confidence()).isEqualTo(80);
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .containsExactly(
                        tuple("score", "scored 100 of 100"),
                        tuple("reports", "42 reports by 17 people"),
                        tuple("categories", "reported for SSH, brute force, port scan"),
                        tuple("usage", "used as Data Center/Web Hosting/Transit"),
                        tuple("tor", "it is a Tor exit"));
        assertThat(report.tags()).containsExactly("SSH", "brute force", "port scan", "tor");
        assertThat(report.related())
                .extracting(Related::type, Related::value)
                .containsExactly(
                        tuple(IndicatorType.DOMAIN, "example.net"), tuple(IndicatorType.FQDN, "scanner.example.net"));
        assertThat(report.references()).containsExactly(URI.create("https://www.abuseipdb.com/check/203.0.114.9"));
        assertThat(report.country()).contains("NL");
        assertThat(report.asOwner()).contains("Example Hosting");
        assertThat(report.lastSeen()).contains(Instant.parse("2026-05-04T03:02:01Z"));
        assertThat(report.evidence().get(1).observedAt()).isEqualTo(report.lastSeen());
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "75, 75", "74, 69", "25, 25", "24, 24", "19, 20", "1, 20"})
    void doesNotTakeSuspectsForMalicious(int given, int score) {
        assertThat(report(body(given, 3)).score()).hasValue(score);
    }

    @Test
    void hasNoOpinionWhereAbuseIpdbHasNone() {
        assertThat(report(body(0, 3)).score()).isEmpty();
    }

    private static HttpReply body(int score, int reports) {
        return Reply.json("{\"data\": {\"abuseConfidenceScore\": %d, \"totalReports\": %d}}".formatted(score, reports));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"data\": []}",
                "{\"data\": {}}",
                "{\"data\": {\"abuseConfidenceScore\": \"100\", \"totalReports\": 3}}",
                "{\"data\": {\"abuseConfidenceScore\": 101, \"totalReports\": 3}}",
                "{\"errors\": [{\"detail\": \"no\"}]}"
            })
    void refusesWhatIsNoAnswer(String body) {
        Outcome outcome = outcome(Reply.json(body));
        assertThat(outcome.errorCause()).contains(ErrorCause.BAD_REPLY);
        assertThat(outcome.reason()).contains("(abuseipdb.yaml:");
    }

    private static Report report(HttpReply reply) {
        Outcome outcome = outcome(reply);
        return outcome.report().orElseThrow(() -> new AssertionError(outcome.reason()));
    }

    private static Outcome outcome(HttpReply reply) {
        try (FixtureHost host =
                FixtureHost.of(Descriptor.named("abuseipdb.yaml").plugin(), KEY).replying(call -> reply)) {
            return host.lookup(Indicator.of(IndicatorType.IPV4, "203.0.114.9")).outcome();
        }
    }
}
