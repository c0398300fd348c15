package io.indago.plugins.threatminer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.host.ErrorCause;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.json.Json;
import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderException;
import io.indago.spi.Related;
import io.indago.spi.Report;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreatMinerReportTest {
    private static final Indicator ADDRESS = Indicator.of(IndicatorType.IPV4, "203.0.114.9");
    private static final Indicator FILE = Indicator.of(IndicatorType.SHA256, "1".repeat(64));

    @Test
    void readsWhatIsKnownOfAnAddress() {
        Report report = of(ADDRESS, "reports.json", "samples.json", "passive-dns.json", "network.json");

        assertThat(report.summary()).isEqualTo("2 reports mention it, 2 samples have to do with it");
        assertThat(report.score()).hasValue(40);
        assertThat(report.country()).contains("DE");
        assertThat(report.asn()).hasValue(64500);
        assertThat(report.asOwner()).contains("EXAMPLE-HOSTING");
        assertThat(report.network()).contains("203.0.114.0/24");
        assertThat(report.firstSeen()).contains(Instant.parse("2018-01-02T03:04:05Z"));
        assertThat(report.lastSeen()).contains(Instant.parse("2020-02-03T04:05:06Z"));
        assertThat(report.references())
                .containsExactly(URI.create("https://www.threatminer.org/host.php?q=203.0.114.9"));
        assertThat(report.related())
                .extracting(Related::type, Related::value, Related::relation)
                .containsExactly(
                        tuple(IndicatorType.FQDN, "host9.example.net", "name"),
                        tuple(IndicatorType.FQDN, "www.example.com", "name"),
                        tuple(IndicatorType.IPV4, "203.0.114.10", "resolves-to"),
                        tuple(IndicatorType.MD5, "3".repeat(32), "contacted-by"),
                        tuple(IndicatorType.SHA256, "1".repeat(64), "contacted-by"));
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .containsExactly(
                        tuple("reports", "mentioned in Example Report.pdf (2019), Another Report.pdf (?)"),
                        tuple("samples", "samples that have to do with it: " + "3".repeat(32) + ", " + "1".repeat(64)));
    }

    @Test
    void readsWhatIsKnownOfAFile() {
        Report report = of(FILE, "detections.json", "metadata.json", "hosts.json", "reports.json");

        assertThat(report.summary()).isEqualTo("3 engines detect it, 2 reports mention it");
        assertThat(report.score()).hasValue(70);
        assertThat(report.lastSeen()).contains(Instant.parse("2016-03-13T03:46:38Z"));
        assertThat(report.related())
                .extracting(Related::type, Related::value, Related::relation)
                .containsExactly(
                        tuple(IndicatorType.MD5, "3".repeat(32), "same-file"),
                        tuple(IndicatorType.SHA1, "2".repeat(40), "same-file"),
                        tuple(IndicatorType.FQDN, "c2.example.com", "contacts"),
                        tuple(IndicatorType.IPV4, "203.0.114.9", "contacts"));
        assertThat(report.evidence())
                .extracting(Evidence::text)
                .contains(
                        "detected by Scanner One Trojan.Example, Scanner Two Examplebot, an engine Gen",
                        "seen as invoice.exe");
    }

    @Test
    void registrationsAreFactsWithoutAnOpinion() {
        Report report = of(Indicator.of(IndicatorType.DOMAIN, "example.com"), "whois.json");

        assertThat(report.score()).isEmpty();
        assertThat(report.country()).contains("DE");
        assertThat(report.related())
                .extracting(Related::value, Related::relation)
                .containsExactly(tuple("ns1.example.net", "name-server"));
        assertThat(report.evidence())
                .extracting(Evidence::text)
                .containsExactly("registered on 2001-02-03 00:00:00", "registered with Example Registrar");
    }

    @ParameterizedTest
    @CsvSource({"0, 40", "1, 45", "2, 50", "3, 70", "10, 77", "60, 90"})
    void engineWithEngineMakesItSurer(int engines, int score) {
        List<String> detections = IntStream.range(0, engines)
                .mapToObj(i -> "{\"av\":\"Scanner " + i + "\",\"detection\":\"Bad\"}")
                .toList();
        Findings findings = Findings.of(
                List.of(Json.parse("{\"status_code\":\"200\",\"results\":[{\"file_type\":\"exe\"},{\"av_detections\":["
                        + String.join(",", detections) + "]}]}")));

        assertThat(new ThreatMinerReport(Subject.of(FILE), FILE, findings)
                        .read(0)
                        .score())
                .hasValue(score);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"status_code\":\"429\"}', QUOTA",
        "'{\"status_code\":503}', UNAVAILABLE",
        "'{\"status_code\":\"abc\"}', BAD_REPLY",
        "'{}', BAD_REPLY",
        "'[]', BAD_REPLY",
        "'null', BAD_REPLY"
    })
    void failsAsTheStatusInTheBodySays(String body, ErrorKind kind) {
        assertThatThrownBy(() -> Findings.of(List.of(Json.parse(body))))
                .hasMessageNotContaining("abc")
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(kind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status_code\":\"404\",\"results\":[]}",
                "{\"status_code\":404}",
                "{\"status_code\":\"200\",\"results\":[]}",
                "{\"status_code\":\"200\",\"results\":null}"
            })
    void nothingFoundIsNoData(String body) {
        assertThat(lookup(call -> Reply.json(body)).status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void saysABadReplyToAPageInsteadOfAnAnswer() {
        assertThat(lookup(call -> Reply.of(200, Map.of("content-type", "text/html"), "<html>"))
                        .errorCause())
                .contains(ErrorCause.BAD_REPLY);
    }

    @Test
    void theOtherSectionsMayFail() {
        Outcome outcome = lookup(call -> isReports(call) ? Reply.fixture("reports.json") : Reply.status(503));

        assertThat(outcome.status()).isEqualTo(Status.HIT);
        assertThat(outcome.report().orElseThrow().evidence())
                .extracting(Evidence::text)
                .contains("ThreatMiner could not give 3 of its sections");
        assertThat(lookup(call -> isReports(call) ? Reply.status(503) : Reply.fixture("reports.json"))
                        .errorCause())
                .contains(ErrorCause.UNAVAILABLE);
    }

    @Test
    void isOffUnlessItIsWanted() {
        assertThat(new ThreatMinerFactory().spec().offByDefault())
                .contains("the service is out of order for long spells");
    }

    private static boolean isReports(HttpCall call) {
        return call.uri().getQuery().endsWith("rt=6");
    }

    private static Outcome lookup(Function<HttpCall, HttpReply> replies) {
        try (FixtureHost host =
                FixtureHost.of(new ThreatMinerPlugin(), Map.of()).replying(replies)) {
            return host.lookup(ADDRESS).outcome();
        }
    }

    private static Report of(Indicator indicator, String... fixtures) {
        Findings findings = Findings.of(
                Stream.of(fixtures).map(file -> Reply.fixture(file).json()).toList());
        return new ThreatMinerReport(Subject.of(indicator), indicator, findings).read(0);
    }
}
