package io.indago.plugins.greynoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.json.Json;
import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.ProviderException;
import io.indago.spi.Related;
import io.indago.spi.Report;
import io.indago.testkit.Reply;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GreyNoiseReportTest {
    private static final Instant DAY = Instant.parse("2026-05-04T00:00:00Z");

    @Test
    void readsWhatTheCommunityIsTold() {
        Report report = fixture("community-malicious.json");

        assertThat(report.summary()).isEqualTo("It scans the internet with malicious intent");
        assertThat(report.score()).hasValue(85);
        assertThat(report.lastSeen()).contains(DAY);
        assertThat(report.references()).containsExactly(URI.create("https://viz.greynoise.io/ip/203.0.114.9"));
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .containsExactly(tuple("standing", "it scans the internet with malicious intent"));
        assertThat(report.evidence().get(0).value()).contains("malicious");
    }

    @Test
    void readsAScanner() {
        Report report = fixture("enterprise-suspicious.json");

        assertThat(report.summary()).isEqualTo("Example Research scans the internet in a suspicious way");
        assertThat(report.tags()).containsExactly("Example Scanner");
        assertThat(report.country()).contains("NL");
        assertThat(report.asn()).hasValue(64500);
        assertThat(report.asOwner()).contains("Example Hosting");
        assertThat(report.firstSeen()).contains(Instant.parse("2026-01-02T00:00:00Z"));
        assertThat(report.lastSeen()).contains(DAY);
        assertThat(report.related()).extracting(Related::value).containsExactly("host.example.org");
        assertThat(report.actors()).isEmpty();
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .containsExactly(
                        tuple("standing", "it scans the internet in a suspicious way"),
                        tuple("owner", "it belongs to Example Research"),
                        tuple("tags", "it shows Example Scanner"),
                        tuple("cves", "it looks for CVE-2026-0001"),
                        tuple("ports", "it scans 23/tcp, 161/udp"),
                        tuple("features", "it is a VPN, a bot"),
                        tuple("system", "it runs Linux 5.4"));
    }

    @Test
    void readsAService() {
        Report report = fixture("enterprise-service.json");

        assertThat(report.summary()).isEqualTo("Example DNS belongs to a common business service");
        assertThat(report.lastSeen()).contains(Instant.parse("2026-05-04T03:02:01Z"));
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .contains(tuple("service", "the service is of the category public_dns, trust level 1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"noise\":true,\"riot\":false,\"classification\":\"benign\"}            | 5",
                "{\"noise\":true,\"riot\":false,\"classification\":\"unknown\"}           | 25",
                "{\"noise\":true,\"riot\":false}                                          | 25",
                "{\"noise\":false,\"riot\":true}                                          | 0",
                "{\"riot\":true,\"category\":\"cdn\",\"trust_level\":\"2\"}               | 0",
                "{\"seen\":true,\"classification\":\"malicious\",\"tags\":[\"A\",\"B\"]}  | 85",
                "{\"seen\":true,\"classification\":7}                                     | 25",
                "{\"noise\":true,\"code\":\"0x01\"}                                       | 25",
                "{\"internet_scanner_intelligence\":{\"found\":true}}                     | 25",
                "{\"internet_scanner_intelligence\":{\"found\":true},"
                        + "\"business_service_intelligence\":{\"found\":null}}            | 25",
                "{\"internet_scanner_intelligence\":null,"
                        + "\"business_service_intelligence\":{\"found\":true}}            | 0"
            })
    void readsEachShapeItSpeaks(String body, int score) {
        assertThat(of(body).score()).hasValue(score);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"noise\":false,\"riot\":false}",
                "{\"riot\":false}",
                "{\"seen\":false}",
                "{\"noise\":false,\"code\":\"0x05\"}",
                "{\"error\":\"commonly spoofed ip\"}",
                "{\"internet_scanner_intelligence\":{\"found\":false},\"business_service_intelligence\":{\"found\":false}}",
                "{\"internet_scanner_intelligence\":{\"found\":false},\"business_service_intelligence\":{\"found\":null}}"
            })
    void whatItHasNotSeenIsNoData(String body) {
        assertThat(of(body).isHit()).isFalse();
    }

    @Test
    void readsTagsOfEitherVersion() {
        assertThat(of("{\"seen\":true,\"tags\":[\"Old\",null,7,{\"name\":\"New\"},{\"name\":null}]}")
                        .tags())
                .containsExactly("Old", "New");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "\"text\"",
                "[{\"ip\":\"203.0.114.9\",\"noise\":true}]",
                "{\"noise\":\"true\"}",
                "{\"message\":\"Success\"}",
                "{\"error\":\"abc is no key\"}",
                "{\"internet_scanner_intelligence\":{}}"
            })
    void refusesWhatDoesNotSayWhetherItWasSeen(String body) {
        assertThatThrownBy(() -> of(body))
                .hasMessageNotContaining("abc")
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.BAD_REPLY));
    }

    private static Report fixture(String file) {
        return GreyNoiseReport.of("203.0.114.9", Reply.fixture(file).json());
    }

    private static Report of(String body) {
        return GreyNoiseReport.of("203.0.114.9", Json.parse(body));
    }
}
