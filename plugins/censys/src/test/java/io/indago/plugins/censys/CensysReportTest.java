package io.indago.plugins.censys;

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

class CensysReportTest {
    private static final String HOST = "{\"ip\":\"203.0.114.9\",\"services\":[{\"port\":80}]}";

    @Test
    void readsAHost() {
        Report report = fixture("host.json");

        assertThat(report.summary()).isEqualTo("2 open ports");
        assertThat(report.score()).isEmpty();
        assertThat(report.tags()).containsExactly("bulletproof");
        assertThat(report.country()).contains("DE");
        assertThat(report.asn()).hasValue(64500);
        assertThat(report.asOwner()).contains("EXAMPLE-HOSTING");
        assertThat(report.network()).contains("203.0.114.0/24");
        assertThat(report.lastSeen()).contains(Instant.parse("2026-03-04T05:06:07Z"));
        assertThat(report.references()).containsExactly(URI.create("https://platform.censys.io/hosts/203.0.114.9"));
        assertThat(report.related())
                .extracting(Related::type, Related::value, Related::relation)
                .containsExactly(
                        tuple(IndicatorType.FQDN, "host9.example.net", "name"),
                        tuple(IndicatorType.FQDN, "www.example.com", "name"));
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .containsExactly(
                        tuple("labels", "labelled bulletproof"),
                        tuple("ports", "open ports: 443, 53"),
                        tuple("services", "services: 443/tcp HTTP, 53/udp, 443/quic"),
                        tuple("vulnerabilities", "may be vulnerable to CVE-2099-0001"),
                        tuple("software", "runs nginx"),
                        tuple("system", "its system is linux"),
                        tuple("city", "it is in Berlin"),
                        tuple("owner", "its network belongs to Example Hosting"));
    }

    @Test
    void aServiceThatIsAKnownThreatIsMalicious() {
        Report report = fixture("host-c2.json");

        assertThat(report.summary()).isEqualTo("1 open ports, Examplebot C2, Suspicious Directory");
        assertThat(report.score()).hasValue(80);
        assertThat(report.malwareFamilies()).containsExactly("Examplebot");
        assertThat(report.actors()).containsExactly("Example Group", "Another Group");
    }

    @ParameterizedTest
    @CsvSource({
        "'[{\"value\":\"C2\"}]', MALICIOUS",
        "'[\"malware\"]', MALICIOUS",
        "'[\"REMOTE_ACCESS\"]', INFORMATIONAL",
        "'[]', INFORMATIONAL",
        "null, INFORMATIONAL"
    })
    void judgesByLabels(String labels, VerdictClass verdict) {
        assertThat(of("{\"result\":{\"resource\":{\"ip\":\"203.0.114.9\",\"services\":[{\"port\":80,\"labels\":"
                                + labels + "}]}}}")
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void readsTheShapeOfTheApiBefore() {
        Report report = fixture("search-old.json");

        assertThat(report.evidence()).extracting(Evidence::text).contains("services: 22/tcp SSH");
        assertThat(report.tags()).containsExactly("remote-access");
        assertThat(report.country()).contains("DE");
        assertThat(report.lastSeen()).contains(Instant.parse("2026-03-04T05:06:07.942Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"result\":{\"resource\":" + HOST + "}}",
                "{\"result\":{\"hits\":[{\"host_v1\":{\"resource\":" + HOST + "}}]}}",
                "{\"result\":{\"hits\":[" + HOST + "]}}",
                "{\"result\":[{\"resource\":" + HOST + "}]}",
                "{\"result\":" + HOST + "}"
            })
    void findsTheHostWhereverItIs(String body) {
        assertThat(of(body).isHit()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"result\":{\"resource\":{\"ip\":\"203.0.114.9\",\"services\":[]}}}",
                "{\"result\":{\"resource\":{\"ip\":\"203.0.114.9\",\"services\":null}}}",
                "{\"result\":{\"resource\":{\"ip\":\"203.0.114.9\"}}}",
                "{\"result\":{\"total_hits\":0,\"hits\":[]}}"
            })
    void nothingSeenIsNoData(String body) {
        assertThat(of(body).isHit()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"result\":null}",
                "{\"result\":{}}",
                "{\"result\":{\"resource\":{\"ip\":7}}}",
                "{\"result\":{\"hits\":[7]}}"
            })
    void refusesWhatHasNoHost(String body) {
        assertThatThrownBy(() -> of(body))
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.BAD_REPLY));
    }

    private static Report fixture(String file) {
        return CensysReport.of("203.0.114.9", Reply.fixture(file).json());
    }

    private static Report of(String body) {
        return CensysReport.of("203.0.114.9", Json.parse(body));
    }
}
