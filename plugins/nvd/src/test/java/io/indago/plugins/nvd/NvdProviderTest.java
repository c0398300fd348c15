package io.indago.plugins.nvd;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NvdProviderTest {

    @Test
    void tellsWhatTheRecordSays() {
        Report report = outcome("CVE-2021-99999", Reply.fixture("cve-exploited.json"))
                .report()
                .orElseThrow();

        assertThat(report.score()).isEmpty();
        assertThat(report.summary()).isEqualTo("CVSS 3.1: 9.1, CRITICAL, known to be exploited");
        assertThat(report.tags()).containsExactly("known-exploited", "disputed");
        assertThat(report.firstSeen()).contains(Instant.parse("2021-12-10T10:15:09.143Z"));
        assertThat(report.lastSeen()).contains(Instant.parse("2026-02-06T22:15:10.357Z"));
        assertThat(report.references()).containsExactly(URI.create("https://nvd.nist.gov/vuln/detail/CVE-2021-99999"));
        assertThat(report.evidence())
                .extracting(Evidence::text)
                .containsExactly(
                        "CVSS 3.1: 9.1, CRITICAL (CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N)",
                        "CISA lists it among the known exploited vulnerabilities: Apply updates per vendor instructions.",
                        "its severity is 95 of 100",
                        "Example Server does not check what it is told.",
                        "its kind is CWE-20, CWE-502",
                        "it is in vendor:labs example server",
                        "NVD's record of it is: Analyzed");
        assertThat(report.evidence().get(1).observedAt()).contains(Instant.parse("2021-12-10T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "V2 P 9.3, V31 S 8.1 | 8.1",
                "V31 S 8.1, V31 P 9.1 | 9.1",
                "V31 P 9.1, V40 S 9.9 | 9.9",
                "V30 P 7.5, V2 P 5 | 7.5",
                "V2 P 5 | 5.0",
                "V31 P 99, V2 P 5 | 5.0"
            })
    void takesTheNewestScoreAndNvdsOwnFirst(String scores, String score) {
        Report report =
                outcome("CVE-2021-99999", Reply.json(scored(scores))).report().orElseThrow();

        assertThat(report.evidence().get(0).value()).contains(score);
    }

    @Test
    void saysWhenNobodyHasScoredIt() {
        Report report = outcome("CVE-2026-99998", Reply.fixture("cve-awaiting.json"))
                .report()
                .orElseThrow();

        assertThat(report.summary()).isEqualTo("Not scored yet");
        assertThat(report.evidence()).extracting(Evidence::code).containsExactly("description", "status");
    }

    @Test
    void saysThatANameIsRejected() {
        String body = "{\"vulnerabilities\": [{\"cve\": {\"id\": \"CVE-2021-99999\", \"vulnStatus\": \"Rejected\"}}]}";

        assertThat(outcome("CVE-2021-99999", Reply.json(body)).reason()).startsWith("Rejected");
    }

    @Test
    void takesNoOtherRecordForTheOneAskedAbout() {
        assertThat(outcome("CVE-2021-99990", Reply.fixture("cve-exploited.json"))
                        .status())
                .isEqualTo(Status.NO_DATA);
    }

    @Test
    void tellsAMissFromAKeyNvdDoesNotKnow() {
        assertThat(outcome("CVE-2021-99999", Reply.of(404, Map.of("message", "Invalid cveId parameter."), "")))
                .satisfies(miss -> {
                    assertThat(miss.status()).isEqualTo(Status.NO_DATA);
                    assertThat(miss.reason()).isEqualTo("NVD has no such CVE: Invalid cveId parameter.");
                });
        assertThat(outcome("CVE-2021-99999", Reply.of(404, Map.of("message", "Invalid apiKey."), ""))
                        .status())
                .isEqualTo(Status.UNAUTHORISED);
    }

    @Test
    void saysWhenToComeBackToThoseWhoComeTooOften() {
        Outcome outcome = outcome("CVE-2021-99999", Reply.of(403, Map.of(), "<html>Request forbidden</html>"));

        assertThat(outcome.status()).isEqualTo(Status.RATE_LIMITED);
        assertThat(outcome.retryAfter()).contains(Duration.ofSeconds(30));
    }

    @Test
    void asksWithoutAKeyToo() {
        try (FixtureHost host =
                FixtureHost.of(new NvdPlugin(), Map.of()).replying(call -> Reply.fixture("cve-unknown.json"))) {
            host.lookup(Indicator.of(IndicatorType.CVE, "CVE-2021-99999"));

            assertThat(host.calls().get(0))
                    .hasToString("GET https://services.nvd.nist.gov/rest/json/cves/2.0?cveId=CVE-2021-99999");
        }
    }

    /** {@code V31 P 9.1}: a score of version 3.1 by NVD, 9.1. */
    private static String scored(String scores) {
        StringBuilder metrics = new StringBuilder();
        for (String version : new String[] {"V2", "V30", "V31", "V40"}) {
            StringBuilder list = new StringBuilder();
            for (String score : scores.split(", ")) {
                String[] parts = score.split(" ");
                if (parts[0].equals(version)) {
                    list.append(list.isEmpty() ? "" : ",")
                            .append("{\"type\":\"")
                            .append(parts[1].equals("P") ? "Primary" : "Secondary")
                            .append("\",\"cvssData\":{\"baseScore\":")
                            .append(parts[2])
                            .append("}}");
                }
            }
            metrics.append(metrics.isEmpty() ? "" : ",").append("\"cvssMetric" + version + "\":[" + list + "]");
        }
        return "{\"vulnerabilities\":[{\"cve\":{\"id\":\"CVE-2021-99999\",\"metrics\":{" + metrics + "}}}]}";
    }

    private static Outcome outcome(String cve, HttpReply reply) {
        try (FixtureHost host = FixtureHost.of(new NvdPlugin(), Map.of("api-key", "made-up-key-of-a-test"))
                .replying(call -> reply)) {
            return host.lookup(Indicator.of(IndicatorType.CVE, cve)).outcome();
        }
    }
}
