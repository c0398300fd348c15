package io.indago.plugins.abusech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.host.Status;
import io.indago.json.Json;
import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreatFoxTest {
    private static final Indicator ADDRESS = Indicator.of(IndicatorType.IPV4, "203.0.114.9");
    private static final Indicator FILE = Indicator.of(IndicatorType.SHA256, "1".repeat(64));

    @Test
    void asksInJsonWithTheKeyInAHeader() {
        try (FixtureHost host = host()) {
            host.lookup("threatfox", Indicator.of(IndicatorType.URL, "https://example.com/\"a\\b\"/"));

            assertThat(host.calls()).singleElement().satisfies(call -> {
                assertThat(call).hasToString("POST https://threatfox-api.abuse.ch/api/v1/ Auth-Key: ***");
                assertThat(call.contentType()).contains("application/json");
                assertThat(Json.parse(call.body().orElseThrow()).textAt("/search_term", ""))
                        .isEqualTo("https://example.com/\"a\\b\"");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "IPV4, 203.0.114.9, false",
        "IPV6, 2001:db8::9, false",
        "URL, http://example.com/a, false",
        "FQDN, www.example.com, true",
        "SHA1, 2222222222222222222222222222222222222222, true"
    })
    void searchesExactlyWhereWhatIsListedIsWrittenSo(IndicatorType type, String value, boolean exact) {
        try (FixtureHost host = host()) {
            host.lookup("threatfox", Indicator.of(type, value));

            assertThat(host.calls()).singleElement().satisfies(call -> {
                assertThat(Json.parse(call.body().orElseThrow()).textAt("/query", ""))
                        .isEqualTo("search_ioc");
                assertThat(Json.parse(call.body().orElseThrow()).textAt("/search_term", ""))
                        .isEqualTo(value);
                assertThat(Json.parse(call.body().orElseThrow())
                                .at("/exact_match")
                                .flag())
                        .contains(exact);
            });
        }
    }

    @Test
    void asksTwoQuestionsAboutAFileAndTakesEitherAnswer() {
        try (FixtureHost host = host().replying(call -> Reply.fixture(
                call.body().orElseThrow().contains("search_hash")
                        ? "threatfox/file.json"
                        : "threatfox/nothing.json"))) {
            assertThat(host.lookup("threatfox", FILE).outcome().status()).isEqualTo(Status.HIT);

            assertThat(host.calls())
                    .extracting(call -> Json.parse(call.body().orElseThrow()).textAt("/query", ""))
                    .containsExactlyInAnyOrder("search_ioc", "search_hash");
        }
    }

    @Test
    void readsTheEntriesOfAnAddress() {
        Report report = fixture(ADDRESS, "address.json");

        assertThat(report.summary()).isEqualTo("ThreatFox lists it for Example Bot");
        assertThat(report.score()).hasValue(100);
        assertThat(report.confidence()).isEqualTo(100);
        assertThat(report.malwareFamilies()).containsExactly("Example Bot");
        assertThat(report.tags()).containsExactly("rat", "c2");
        assertThat(report.firstSeen()).contains(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(report.lastSeen()).contains(Instant.parse("2026-03-04T05:06:07Z"));
        assertThat(report.references())
                .containsExactly(
                        URI.create("https://threatfox.abuse.ch/ioc/700001/"),
                        URI.create("https://threatfox.abuse.ch/ioc/700002/"));
        assertThat(report.related())
                .extracting(Related::type, Related::value, Related::relation)
                .containsExactly(tuple(IndicatorType.SHA256, "1".repeat(64), "contacted-by"));
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .containsExactly(
                        tuple("ioc", "203.0.114.9:443 is listed as botnet_cc of Example Bot, confidence 80"),
                        tuple(
                                "ioc",
                                "203.0.114.9:8080 is listed as payload_delivery, confidence 100, on a host that was compromised"),
                        tuple("aliases", "its malware is also called Exbot, EB2"),
                        tuple("malpedia", "Malpedia's name of its malware: win.examplebot, unknown_stealer"),
                        tuple("source", "its reporters cite https://blog.example.com/examplebot"),
                        tuple("reporter", "reported by somebody"));
    }

    @Test
    void relatesAFileToTheServersItTalksTo() {
        assertThat(fixture(FILE, "file.json").related())
                .extracting(Related::type, Related::value, Related::relation)
                .containsExactly(
                        tuple(IndicatorType.IPV4, "203.0.114.9", "c2"),
                        tuple(IndicatorType.IPV6, "2001:db8:0:1::9", "c2"),
                        tuple(IndicatorType.FQDN, "c2.example.com", "contacts"));
    }

    @ParameterizedTest
    @CsvSource({
        "IPV6, 2001:db8::9, ip:port, 2001:db8::9:443, true",
        "IPV6, 2001:db8::9, ip:port, [2001:db8::9]:443, true",
        "IPV6, 2001:db8::9, ip:port, 2001:db8::99:443, false",
        "IPV4, 203.0.114.9, ip:port, 203.0.114.9:443, true",
        "IPV4, 203.0.114.9, ip:port, 203.0.114.90:443, false",
        "IPV4, 203.0.114.9, url, http://203.0.114.9/a, false",
        "URL, http://example.com/, url, http://example.com, true",
        "URL, http://example.com/a, url, http://example.com/ab, false",
        "FQDN, www.example.com, domain, WWW.example.com, true",
        "FQDN, www.example.com, domain, a.www.example.com, false",
        "MD5, 33333333333333333333333333333333, md5_hash, 33333333333333333333333333333333, true",
        "MD5, 33333333333333333333333333333333, md5_hash, 44444444444444444444444444444444, false",
        "MD5, 33333333333333333333333333333333, domain, www.example.com, true"
    })
    void keepsToWhatWasAsked(IndicatorType type, String value, String listedAs, String listed, boolean same) {
        Report report = ThreatFoxReport.of(
                Indicator.of(type, value),
                List.of(Json.parse("{\"data\":[{\"ioc\":\"" + listed + "\",\"ioc_type\":\"" + listedAs + "\"}]}")));

        assertThat(report.isHit()).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "0, 70", "50, 85", "'\"75\"', 92", "null, 85", "-7, 70", "900, 100"})
    void isAsSureAsItsReporters(String confidence, int score) {
        Report report = ThreatFoxReport.of(
                ADDRESS,
                List.of(Json.parse(
                        "{\"data\":[{\"ioc\":\"203.0.114.9:80\",\"confidence_level\":" + confidence + "}]}")));

        assertThat(report.score()).hasValue(score);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"data\":null}", "{\"data\":[]}", "{\"data\":[7]}", "{\"data\":\"nothing\"}"})
    void refusesAnOkWithoutEntries(String body) {
        assertThatThrownBy(() -> ThreatFoxReport.of(ADDRESS, List.of(Json.parse(body))))
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.BAD_REPLY));
    }

    private static FixtureHost host() {
        return FixtureHost.of(new AbuseChPlugin(), Map.of("api-key", "made-up-key-of-a-test"))
                .replying(call -> Reply.fixture("threatfox/nothing.json"));
    }

    private static Report fixture(Indicator indicator, String file) {
        return ThreatFoxReport.of(
                indicator, List.of(Reply.fixture("threatfox/" + file).json()));
    }
}
