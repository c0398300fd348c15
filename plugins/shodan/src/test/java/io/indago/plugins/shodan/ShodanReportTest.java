package io.indago.plugins.shodan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.json.Json;
import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.ProviderException;
import io.indago.spi.Related;
import io.indago.spi.Report;
import io.indago.spi.VerdictClass;
import io.indago.testkit.Reply;
import java.net.URI;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShodanReportTest {

    @Test
    void readsAHost() {
        Report report = fixture("host.json");

        assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
        assertThat(report.summary()).isEqualTo("3 open ports, 2 known vulnerabilities");
        assertThat(report.tags()).containsExactly("self-signed");
        assertThat(report.country()).contains("NL");
        assertThat(report.asn()).hasValue(64500);
        assertThat(report.asOwner()).contains("Example Hosting");
        assertThat(report.lastSeen()).contains(Instant.parse("2026-05-04T03:02:01.123456Z"));
        assertThat(report.references()).containsExactly(URI.create("https://www.shodan.io/host/203.0.114.9"));
        assertThat(report.related()).extracting(Related::value).containsExactly("host.example.org");
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .containsExactly(
                        tuple("tags", "tagged self-signed"),
                        tuple("ports", "open ports: 22, 443, 8080"),
                        tuple("services", "services: 22/tcp OpenSSH 9.2, 443/tcp nginx"),
                        tuple("vulnerabilities", "may be vulnerable to CVE-2026-0002, CVE-2026-0001"),
                        tuple("system", "its system is Linux"),
                        tuple("provider", "its provider is Example Telecom"));
    }

    @Test
    void readsWhatInternetDbSays() {
        Report report = fixture("internetdb.json");

        assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
        assertThat(report.asn()).isEmpty();
        assertThat(report.lastSeen()).isEmpty();
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .containsExactly(
                        tuple("tags", "tagged cdn"),
                        tuple("ports", "open ports: 53, 443"),
                        tuple("vulnerabilities", "may be vulnerable to CVE-2026-0001, CVE-2025-0001"),
                        tuple("software", "runs cpe:/a:example:server:1.2"));
    }

    @Test
    void saysWhichTagItsOpinionComesFrom() {
        Report report = fixture("host-compromised.json");

        assertThat(report.score()).hasValue(80);
        assertThat(report.summary()).isEqualTo("1 open ports, 0 known vulnerabilities, tagged compromised");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"ports\":[],\"vulns\":[\"CVE-2026-0001\",\"CVE-2026-0001\"]}          | 30",
                "{\"ports\":[],\"vulns\":{\"CVE-2026-0001\":{},\"CVE-2026-0002\":null}}  | 31",
                "{\"ports\":[],\"data\":[{\"vulns\":{\"CVE-2026-0001\":{}}}]}            | 30",
                "{\"ports\":[],\"vulns\":[\"CVE-2026-0001\"],\"data\":[{\"vulns\":[\"CVE-2026-0002\"]}]} | 31"
            })
    void countsVulnerabilitiesWhereverTheyAre(String body, int score) {
        assertThat(of(body, true).score()).hasValue(score);
        assertThat(of(body, false).score()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ports\":[]}",
                "{\"ports\":[null,\"x\",{},1.5],\"tags\":null,\"vulns\":null,\"hostnames\":7,\"data\":[null,7]}",
                "{\"ports\":[],\"vulns\":[\"!CVE-2026-0001\",\"MS17-010\",null,7],\"tags\":[null]}"
            })
    void takesNothingForWhatIsMissing(String body) {
        Report report = of(body, true);

        assertThat(report.summary()).isEqualTo("0 open ports, 0 known vulnerabilities");
        assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
        assertThat(report.evidence()).isEmpty();
    }

    @Test
    void boundsAHostThatAnswersEverything() {
        String many = IntStream.range(0, 60_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
        String names = IntStream.range(0, 500)
                .mapToObj(i -> "\"h" + i + ".example.org\"")
                .collect(Collectors.joining(","));
        Report report = of("{\"ports\":[" + many + "],\"hostnames\":[" + names + "]}", false);

        assertThat(report.related()).hasSize(20);
        assertThat(report.evidence()).singleElement().satisfies(piece -> assertThat(piece.text())
                .endsWith("9 and 59990 more"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"ports\":null}",
                "{\"ports\":\"22\"}",
                "{\"error\":\"abc is no key\"}",
                "{\"domain\":\"example.org\",\"data\":[]}"
            })
    void refusesWhatIsNoHost(String body) {
        assertThatThrownBy(() -> of(body, false))
                .hasMessageNotContaining("abc")
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.BAD_REPLY));
    }

    private static Report fixture(String file) {
        return ShodanReport.of("203.0.114.9", Reply.fixture(file).json(), false);
    }

    private static Report of(String body, boolean judgesVulnerabilities) {
        return ShodanReport.of("203.0.114.9", Json.parse(body), judgesVulnerabilities);
    }
}
