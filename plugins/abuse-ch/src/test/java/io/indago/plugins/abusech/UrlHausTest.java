package io.indago.plugins.abusech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.json.Json;
import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Related;
import io.indago.spi.Report;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlHausTest {

    @ParameterizedTest
    @CsvSource({
        "URL, 'http://example.com/?a=b&c=d', url, url=http%3A%2F%2Fexample.com%2F%3Fa%3Db%26c%3Dd",
        "IPV4, 203.0.114.9, host, host=203.0.114.9",
        "DOMAIN, example.com, host, host=example.com",
        "FQDN, www.example.com, host, host=www.example.com",
        "MD5, 33333333333333333333333333333333, payload, md5_hash=33333333333333333333333333333333",
        "SHA256, 1111111111111111111111111111111111111111111111111111111111111111, payload, "
                + "sha256_hash=1111111111111111111111111111111111111111111111111111111111111111"
    })
    void postsAFormToThePlaceOfTheType(IndicatorType type, String value, String place, String form) {
        try (FixtureHost host = FixtureHost.of(new AbuseChPlugin(), Map.of("api-key", "made-up-key-of-a-test"))
                .replying(call -> Reply.fixture("urlhaus/nothing.json"))) {
            host.lookup("urlhaus", Indicator.of(type, value));

            assertThat(host.calls()).singleElement().satisfies(call -> {
                assertThat(call).hasToString("POST https://urlhaus-api.abuse.ch/v1/" + place + "/ Auth-Key: ***");
                assertThat(call.contentType()).contains("application/x-www-form-urlencoded");
                assertThat(call.body()).contains(form);
            });
        }
    }

    @Test
    void readsAUrl() {
        Report report = UrlHausReport.ofUrl(fixture("url-online.json"));

        assertThat(report.summary()).isEqualTo("It delivers malware, URLhaus last saw it online");
        assertThat(report.score()).hasValue(95);
        assertThat(report.malwareFamilies()).containsExactly("Examplebot");
        assertThat(report.tags()).containsExactly("doc", "examplebot");
        assertThat(report.firstSeen()).contains(Instant.parse("2026-02-03T04:05:06Z"));
        assertThat(report.lastSeen()).contains(Instant.parse("2026-03-04T05:06:07Z"));
        assertThat(report.references()).containsExactly(URI.create("https://urlhaus.abuse.ch/url/900001/"));
        assertThat(report.related())
                .extracting(Related::type, Related::value, Related::relation)
                .containsExactly(
                        tuple(IndicatorType.SHA256, "1".repeat(64), "delivers"),
                        tuple(IndicatorType.MD5, "3".repeat(32), "delivers"));
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .containsExactly(
                        tuple("status", "it is online"),
                        tuple("threat", "it is listed for malware_download"),
                        tuple("payloads", "it delivered invoice.doc"),
                        tuple("reporter", "reported by somebody"),
                        tuple(
                                "blacklist",
                                "Spamhaus DBL says abused_legit_malware: a legitimate host that was compromised"));
    }

    @ParameterizedTest
    @CsvSource({"'\"online\"', 95", "'\"offline\"', 75", "'\"unknown\"', 60", "null, 60", "7, 60"})
    void judgesAUrlByWhetherItIsOnline(String status, int score) {
        assertThat(UrlHausReport.ofUrl(Json.parse("{\"url\":\"http://example.com/\",\"url_status\":" + status + "}"))
                        .score())
                .hasValue(score);
    }

    @ParameterizedTest
    @CsvSource({"'\"\"', ''", "null, ''", "77, taken down after 77 s", "'\"77\"', taken down after 77 s"})
    void readsHowLongATakedownTook(String seconds, String text) {
        assertThat(UrlHausReport.ofUrl(Json.parse(
                                "{\"url\":\"http://example.com/\",\"takedown_time_seconds\":" + seconds + "}"))
                        .evidence()
                        .stream()
                        .map(Evidence::text)
                        .findFirst()
                        .orElse(""))
                .isEqualTo(text);
    }

    @Test
    void readsAHost() {
        Report report = UrlHausReport.ofHost(fixture("host.json"));

        assertThat(report.summary()).isEqualTo("12 of its URLs delivered malware, 1 still do");
        assertThat(report.score()).hasValue(85);
        assertThat(report.tags()).containsExactly("exe");
        assertThat(report.firstSeen()).contains(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(report.lastSeen()).contains(Instant.parse("2026-02-03T04:05:06Z"));
        assertThat(report.references()).containsExactly(URI.create("https://urlhaus.abuse.ch/host/shop.example.com/"));
        assertThat(report.related())
                .extracting(Related::type, Related::value, Related::relation)
                .containsExactly(
                        tuple(IndicatorType.URL, "http://shop.example.com/invoice.doc", "hosts"),
                        tuple(IndicatorType.URL, "http://shop.example.com/old.exe", "hosts"));
        assertThat(report.evidence())
                .extracting(Evidence::text)
                .contains("Spamhaus DBL says malware_domain", "SURBL says listed");
    }

    @Test
    void aHostWhoseUrlsAreAllDownIsSuspicious() {
        assertThat(UrlHausReport.ofHost(
                                Json.parse(
                                        "{\"url_count\":\"3\",\"urls\":[{\"url\":\"http://example.com/a\",\"url_status\":\"offline\"}]}"))
                        .score())
                .hasValue(50);
    }

    @Test
    void readsAPayload() {
        Report report = UrlHausReport.ofPayload(fixture("payload.json"));

        assertThat(report.summary()).isEqualTo("7 URLs delivered it, it is Examplebot");
        assertThat(report.score()).hasValue(85);
        assertThat(report.malwareFamilies()).containsExactly("Examplebot");
        assertThat(report.lastSeen()).contains(Instant.parse("2026-03-04T05:06:07Z"));
        assertThat(report.references())
                .containsExactly(URI.create("https://urlhaus.abuse.ch/browse.php?search=" + "1".repeat(64)));
        assertThat(report.related())
                .extracting(Related::type, Related::relation)
                .containsExactly(
                        tuple(IndicatorType.SHA256, "same-file"),
                        tuple(IndicatorType.MD5, "same-file"),
                        tuple(IndicatorType.URL, "downloaded-from"));
        assertThat(report.evidence()).extracting(Evidence::text).contains("VirusTotal's engines: 48 / 62");
    }

    @Test
    void refersToNoPageButItsOwn() {
        assertThat(UrlHausReport.ofUrl(Json.parse("{\"url\":\"http://example.com/\","
                                + "\"urlhaus_reference\":\"https://urlhaus.abuse.ch.example.com/url/1/\"}"))
                        .references())
                .isEmpty();
    }

    @Test
    void refusesAnOkWithoutARecord() {
        JsonView ok = Json.parse("{\"query_status\":\"ok\"}");
        assertRefused(() -> UrlHausReport.ofUrl(ok));
        assertRefused(() -> UrlHausReport.ofHost(ok));
        assertRefused(() -> UrlHausReport.ofPayload(ok));
    }

    private static void assertRefused(Runnable reading) {
        assertThatThrownBy(reading::run)
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.BAD_REPLY));
    }

    private static JsonView fixture(String file) {
        return Reply.fixture("urlhaus/" + file).json();
    }
}
