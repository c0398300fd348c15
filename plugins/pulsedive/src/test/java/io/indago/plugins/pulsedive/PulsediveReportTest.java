package io.indago.plugins.pulsedive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.json.Json;
import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderException;
import io.indago.spi.Related;
import io.indago.spi.Report;
import io.indago.spi.VerdictClass;
import io.indago.testkit.Reply;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PulsediveReportTest {

    @Test
    void readsARiskyName() {
        Report report = fixture("domain-high.json");

        assertThat(report.summary()).isEqualTo("Pulsedive sees high risk");
        assertThat(report.score()).hasValue(85);
        assertThat(report.malwareFamilies()).containsExactly("Examplebot");
        assertThat(report.actors()).containsExactly("Example Group");
        assertThat(report.country()).contains("DE");
        assertThat(report.asn()).hasValue(64500);
        assertThat(report.asOwner()).contains("Example Hosting");
        assertThat(report.firstSeen()).contains(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(report.lastSeen()).contains(Instant.parse("2026-03-04T05:06:07Z"));
        assertThat(report.references()).containsExactly(URI.create("https://pulsedive.com/indicator/?iid=4711"));
        assertThat(report.related())
                .extracting(Related::type, Related::value, Related::relation)
                .containsExactly(
                        tuple(IndicatorType.IPV4, "203.0.114.9", "resolves-to"),
                        tuple(IndicatorType.IPV6, "2001:db8::9", "resolves-to"),
                        tuple(IndicatorType.FQDN, "www.example.net", "alias-of"),
                        tuple(IndicatorType.FQDN, "mail.example.com", "mail-server"),
                        tuple(IndicatorType.FQDN, "ns1.example.net", "name-server"),
                        tuple(IndicatorType.FQDN, "ns2.example.net", "name-server"));
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .containsExactly(
                        tuple("risk", "its risk is high"),
                        tuple("risk-recommended", "Pulsedive's formula gives the risk critical"),
                        tuple("risk-factors", "because of: found in threat feeds"),
                        tuple("threats", "linked with the threats Examplebot, Example Group, Phishing, old-style"),
                        tuple("feeds", "listed by the feeds Example Feed"),
                        tuple("host-type", "it is a Mail Server"),
                        tuple("ports", "open ports: 443, 53"),
                        tuple("protocols", "speaks HTTPS"),
                        tuple("technologies", "runs Nginx"),
                        tuple("popularity", "Cisco Umbrella ranks its domain 131771"));
    }

    @Test
    void leavesOutPersonsAndSessions() {
        assertThat(fixture("domain-high.json").evidence())
                .extracting(Evidence::text)
                .noneMatch(text -> text.contains("person") || text.contains("session") || text.contains("@"));
    }

    @ParameterizedTest
    @CsvSource({
        "critical, 95, MALICIOUS",
        "high, 85, MALICIOUS",
        "medium, 55, SUSPICIOUS",
        "low, 25, SUSPICIOUS",
        "none, 5, BENIGN"
    })
    void judgesByTheRisk(String risk, int score, VerdictClass verdict) {
        Report report = of("{\"iid\":1,\"risk\":\"" + risk + "\"}");

        assertThat(report.score()).hasValue(score);
        assertThat(report.verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "retired", "something new"})
    void hasNoOpinionWherePulsediveHasNone(String risk) {
        Report report = of("{\"iid\":1,\"risk\":\"" + risk + "\"}");

        assertThat(report.isHit()).isTrue();
        assertThat(report.score()).isEmpty();
    }

    @Test
    void oldThreatsDoNotOverrideThatThereIsNoRisk() {
        Report report =
                of("{\"iid\":1,\"risk\":\"none\",\"threats\":[{\"name\":\"Oldbot\",\"category\":\"malware\"}]}");

        assertThat(report.verdict()).isEqualTo(VerdictClass.BENIGN);
        assertThat(report.malwareFamilies()).isEmpty();
        assertThat(report.evidence()).extracting(Evidence::text).contains("linked with the threats Oldbot");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"Indicator not found.\"}",
                "{\"error\":\"Indicator Not Found\"}",
                "{\"results\":[]}",
                "{\"iid\":0,\"risk\":\"unknown\"}"
            })
    void tellsAMissWithinASuccess(String body) {
        assertThat(of(body).isHit()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"error\":\"API rate limit exceeded: 1 requests per second.\"}', QUOTA",
        "'{\"error\":\"Invalid API key abc.\"}', UNAUTHORIZED",
        "'{\"error\":\"abc\"}', BAD_REPLY",
        "'{\"error\":null}', BAD_REPLY",
        "'{}', BAD_REPLY",
        "'[]', BAD_REPLY",
        "'{\"iid\":1,\"risk\":7}', BAD_REPLY"
    })
    void failsAsTheErrorInTheBodySays(String body, ErrorKind kind) {
        assertThatThrownBy(() -> of(body))
                .hasMessageNotContaining("abc")
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(kind));
    }

    private static Report fixture(String file) {
        return PulsediveReport.of(Reply.fixture(file).json());
    }

    private static Report of(String body) {
        return PulsediveReport.of(Json.parse(body));
    }
}
