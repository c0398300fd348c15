package io.indago.plugins.xforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Evidence;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Related;
import io.indago.spi.Report;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XForceProviderTest {
    private static final Indicator ADDRESS = Indicator.of(IndicatorType.IPV4, "203.0.114.9");
    private static final Indicator FILE = Indicator.of(IndicatorType.MD5, "aaaabbbbccccddddaaaabbbbccccdddd");
    private static final Map<String, String> SETTINGS =
            Map.of("api-key", "made-up-key", "api-password", "made-up-password");

    @Test
    void tellsWhatIsKnownOfAnAddress() {
        Report report = outcome(ADDRESS, "address-malicious.json", Reply.fixture("address-malware.json"))
                .report()
                .orElseThrow();

        assertThat(report.summary())
                .isEqualTo("Risk score 8.6 of 10, categorised as Botnet Command and Control Server, Spam");
        assertThat(report.tags()).containsExactly("botnet command and control server", "spam", "qakbot-c2");
        assertThat(report.country()).contains("NL");
        assertThat(report.asn()).hasValue(64500);
        assertThat(report.asOwner()).contains("Example Hosting");
        assertThat(report.network()).contains("203.0.112.0/20");
        assertThat(report.malwareFamilies()).containsExactly("qakbot", "emotet");
        assertThat(report.related())
                .extracting(Related::value, Related::relation)
                .containsExactly(
                        tuple("0123456789abcdef0123456789abcdef", "malware-seen-there"),
                        tuple("fedcba9876543210fedcba9876543210", "malware-seen-there"));
        assertThat(report.firstSeen()).contains(Instant.parse("2024-03-01T07:00:00Z"));
        assertThat(report.references())
                .containsExactly(URI.create("https://exchange.xforce.ibmcloud.com/ip/203.0.114.9"));
        assertThat(report.evidence())
                .extracting(Evidence::text)
                .contains(
                        "categorised as Botnet Command and Control Server (100 %), Spam (43 %)",
                        "its rating last changed for: Security analyst review, risk score 8.6");
    }

    @Test
    void tellsWhatIsKnownOfAFile() {
        Report report = report(FILE, Reply.fixture("file-high.json"));

        assertThat(report.malwareFamilies()).containsExactly("tsunami", "zbot");
        assertThat(report.firstSeen()).contains(Instant.parse("2026-04-09T06:10:00Z"));
        assertThat(report.lastSeen()).contains(Instant.parse("2026-08-16T20:55:00Z"));
        assertThat(report.related())
                .extracting(Related::type, Related::value, Related::relation)
                .containsExactly(
                        tuple(
                                IndicatorType.SHA256,
                                "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
                                "same-file"),
                        tuple(IndicatorType.IPV4, "203.0.114.40", "contacts"),
                        tuple(IndicatorType.FQDN, "c2.evil.example", "contacts"),
                        tuple(IndicatorType.URL, "http://c2.evil.example/gate", "contacts"),
                        tuple(IndicatorType.IPV6, "2001:db8::40", "downloaded-from"),
                        tuple(IndicatorType.URL, "http://load.evil.example/a.exe", "downloaded-from"));
        assertThat(report.references())
                .containsExactly(
                        URI.create("https://exchange.xforce.ibmcloud.com/malware/aaaabbbbccccddddaaaabbbbccccdddd"));
    }

    @ParameterizedTest
    @CsvSource({"high, 0, 85", "medium, 49, 60", "medium, 50, 75", "low, 0, 15"})
    void weighsAFileByItsRiskAndWhoDetectsIt(String risk, int coverage, int score) {
        assertThat(report(
                                FILE,
                                Reply.json("{\"malware\": {\"risk\": \"" + risk
                                        + "\", \"origins\": {\"external\": {\"detectionCoverage\": " + coverage
                                        + "}}}}"))
                        .score())
                .hasValue(score);
    }

    @Test
    void hasNoOpinionOfAFileWithoutARisk() {
        assertThat(report(FILE, Reply.json("{\"malware\": {\"risk\": null}}")).score())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10, 100", "7, 70", "6.9, 69", "6.96, 69", "4, 40", "2, 10", "1, 5", "'\"7.1\"', 71"})
    void makesAnOpinionOfAScore(String score, int points) {
        assertThat(report(ADDRESS, Reply.json("{\"score\": " + score + "}")).score())
                .hasValue(points);
    }

    @ParameterizedTest
    @CsvSource({"2.1", "3.9", "null", "0", "'\"none\"'"})
    void hasNoOpinionWhereXForceHasNone(String score) {
        assertThat(report(ADDRESS, Reply.json("{\"score\": " + score + "}")).score())
                .isEmpty();
    }

    @Test
    void losesNothingWhenTheMalwareCanNotBeTold() {
        Report report = outcome(ADDRESS, "address-malicious.json", Reply.status(503))
                .report()
                .orElseThrow();

        assertThat(report.score()).hasValue(86);
        assertThat(report.evidence())
                .extracting(Evidence::text)
                .contains("X-Force could not say which malware was seen there");
    }

    @Test
    void asksOnceWhereMalwareIsNotWanted() {
        try (FixtureHost host = FixtureHost.of(
                        new XForcePlugin(),
                        Map.of("api-key", "made-up-key", "api-password", "made-up-password", "malware", "false"))
                .replying(call -> Reply.fixture("address-malicious.json"))) {
            assertThat(host.lookup(ADDRESS).outcome().status()).isEqualTo(Status.HIT);
            assertThat(host.calls()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | {\"error\": \"Not found.\"} | NO_DATA",
                "200 | {\"error\": \"Not found.\"} | NO_DATA",
                "401 | {\"error\": \"Not authorized.\"} | UNAUTHORISED",
                "200 | {\"error\": \"Not authorized.\"} | UNAUTHORISED",
                "403 | {\"error\": \"Forbidden.\"} | UNAUTHORISED",
                "403 | {\"error\": \"Monthly quota exceeded.\"} | RATE_LIMITED",
                "402 | {\"error\": \"Payment required.\"} | RATE_LIMITED",
                "429 | {} | RATE_LIMITED",
                "200 | <html>Sign in</html> | ERROR"
            })
    void tellsAMissFromARefusalAndASpentQuota(int status, String body, Status expected) {
        HttpReply reply = Reply.of(status, Map.of("content-type", "application/json"), body);

        assertThat(outcome(ADDRESS, reply).status()).isEqualTo(expected);
        assertThat(outcome(FILE, reply).status()).isEqualTo(expected);
    }

    @Test
    void quotesAUrlAndHidesTheKey() {
        try (FixtureHost host = host(Reply.status(404))) {
            host.lookup(Indicator.of(IndicatorType.URL, "http://evil.example/a b?c=1&d=/e"));

            HttpCall call = host.calls().get(0);
            assertThat(call.uri().getRawPath()).isEqualTo("/url/http%3A%2F%2Fevil.example%2Fa%20b%3Fc%3D1%26d%3D%2Fe");
            assertThat(call.toString()).contains("Authorization: ***");
            assertThat(call.headers())
                    .contains(Map.entry(
                            "Authorization",
                            "Basic "
                                    + Base64.getEncoder()
                                            .encodeToString(
                                                    "made-up-key:made-up-password".getBytes(StandardCharsets.UTF_8))));
        }
    }

    @Test
    void tellsWhatIsKnownOfAVulnerability() {
        Report report = report(Indicator.of(IndicatorType.CVE, "CVE-2021-99999"), Reply.fixture("cve.json"));

        assertThat(report.score()).isEmpty();
        assertThat(report.summary()).isEqualTo("Example Server remote code execution");
        assertThat(report.evidence())
                .extracting(Evidence::text)
                .contains("its risk level is 9.8 of 10", "it is in Example Server 2.0, Example Server 2.1");
        assertThat(outcome(Indicator.of(IndicatorType.CVE, "CVE-2021-99999"), Reply.json("[]"))
                        .status())
                .isEqualTo(Status.NO_DATA);
    }

    private static Outcome outcome(Indicator indicator, String fixture, HttpReply malware) {
        try (FixtureHost host = FixtureHost.of(new XForcePlugin(), SETTINGS)
                .replying(
                        call -> call.uri().getPath().startsWith("/ipr/malware/") ? malware : Reply.fixture(fixture))) {
            return host.lookup(indicator).outcome();
        }
    }

    private static Report report(Indicator indicator, HttpReply reply) {
        return outcome(indicator, reply).report().orElseThrow();
    }

    private static Outcome outcome(Indicator indicator, HttpReply reply) {
        try (FixtureHost host = host(reply)) {
            return host.lookup(indicator).outcome();
        }
    }

    private static FixtureHost host(HttpReply reply) {
        return FixtureHost.of(new XForcePlugin(), SETTINGS).replying(call -> reply);
    }
}
