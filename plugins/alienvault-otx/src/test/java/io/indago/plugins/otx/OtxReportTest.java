package io.indago.plugins.otx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.json.Json;
import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderException;
import io.indago.spi.Related;
import io.indago.spi.Report;
import io.indago.spi.VerdictClass;
import io.indago.testkit.Reply;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtxReportTest {
    private static final OtxSubject ADDRESS = OtxSubject.of(Indicator.of(IndicatorType.IPV4, "203.0.114.9"));

    /** A vulnerability is not malicious; who uses it may be. */
    @Test
    void tellsWhoExploitsAVulnerabilityAndJudgesNobody() {
        OtxSubject vulnerability = OtxSubject.of(Indicator.of(IndicatorType.CVE, "CVE-2021-99999"));
        Report report = OtxReport.of(
                vulnerability, Sections.of(vulnerability.sections(), List.of(Reply.fixture("general-cve.json"))));

        assertThat(report.summary()).isEqualTo("1 pulse mentions it");
        assertThat(report.score()).isEmpty();
        assertThat(report.malwareFamilies()).containsExactly("Examplebot");
        assertThat(report.actors()).containsExactly("Example Spider");
        assertThat(report.techniques()).containsExactly("T1190");
        assertThat(report.references()).contains(URI.create("https://otx.alienvault.com/indicator/cve/CVE-2021-99999"));
    }

    @Test
    void readsAnAddress() {
        Report report = fixtures("general-malicious.json", "geo.json", "reputation.json", "passive-dns.json");

        assertThat(report.summary()).isEqualTo("2 pulses mention it, its threat score is 3");
        assertThat(report.score()).hasValue(75);
        assertThat(report.tags()).containsExactly("examplebot", "botnet");
        assertThat(report.malwareFamilies()).containsExactlyInAnyOrder("Examplebot", "Otherbot");
        assertThat(report.techniques()).containsExactlyInAnyOrder("T1566.001", "T1105");
        assertThat(report.actors()).containsExactly("Example Spider");
        assertThat(report.country()).contains("NL");
        assertThat(report.asn()).hasValue(64500);
        assertThat(report.asOwner()).contains("Example Hosting");
        assertThat(report.firstSeen()).contains(Instant.parse("2025-12-01T00:00:00Z"));
        assertThat(report.lastSeen()).contains(Instant.parse("2026-03-04T05:06:07Z"));
        assertThat(report.references())
                .containsExactly(
                        URI.create("https://otx.alienvault.com/pulse/6000000000000000000000a1"),
                        URI.create("https://otx.alienvault.com/indicator/ip/203.0.114.9"));
        assertThat(report.related())
                .extracting(Related::type, Related::value, Related::relation)
                .as("an address resolves to nothing")
                .containsExactly(tuple(IndicatorType.FQDN, "c2.example.org", "name"));
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .containsExactly(
                        tuple("pulse", "Examplebot in the wild, by somebody, TLP:green"),
                        tuple("pulse", "A list, by somebody else"),
                        tuple("cited", "its pulses cite https://blog.example.org/examplebot"),
                        tuple("threat-score", "AlienVault's sensors give it a threat score of 3"),
                        tuple("activities", "AlienVault's sensors saw it as Scanning Host"),
                        tuple(
                                "passive-dns",
                                "passive DNS: c2.example.org A 203.0.114.9, c2.example.org AAAA 2620:fe::fe,"
                                        + " not a name A 203.0.114.999"));
        assertThat(report.evidence().get(0).observedAt()).contains(Instant.parse("2026-02-03T04:05:06.789Z"));
    }

    @Test
    void believesNoPulseAboutWhatIsHarmless() {
        Report report = fixtures("general-whitelisted.json", "geo.json");

        assertThat(report.verdict()).isEqualTo(VerdictClass.BENIGN);
        assertThat(report.summary()).isEqualTo("Known as harmless to majestic");
        assertThat(report.tags()).isEmpty();
        assertThat(report.malwareFamilies()).isEmpty();
        assertThat(report.actors()).isEmpty();
        assertThat(report.techniques()).isEmpty();
        assertThat(report.evidence())
                .extracting(Evidence::text)
                .containsExactly("known as harmless to majestic, akamai", "Everything I saw, by somebody");
    }

    @Test
    void readsAUrl() {
        Report report = fixtures("general-mentioned.json", "url-list.json");

        assertThat(report.score()).hasValue(35);
        assertThat(report.country()).contains("NL");
        assertThat(report.lastSeen()).contains(Instant.parse("2026-02-03T04:05:06Z"));
        assertThat(report.evidence())
                .extracting(Evidence::text)
                .containsExactly(
                        "A list of URLs",
                        "OTX visited it at 2026-03-04T05:06:07",
                        "Google Safe Browsing listed it at 2026-03-04T05:06:07");
        assertThat(report("http://login.example.org/", "general-mentioned.json", "url-list.json")
                        .related())
                .extracting(Related::value, Related::relation)
                .containsExactly(tuple("203.0.114.9", "resolves-to"));
    }

    @Test
    void readsAFile() {
        Report report = fixtures("general-nothing.json", "analysis.json");

        assertThat(report.score()).hasValue(75);
        assertThat(report.evidence())
                .extracting(Evidence::text)
                .containsExactly(
                        "detected by clamav Win.Trojan.Example-1, msdefender Trojan:Win32/Example",
                        "it is PE32 executable");
    }

    @Test
    void hasFactsWithoutAnOpinionWhereNoPulseMentionsIt() {
        Report report = fixtures("general-nothing.json", "passive-dns.json");

        assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
        assertThat(report.firstSeen()).contains(Instant.parse("2025-11-05T00:00:00Z"));
        assertThat(report.lastSeen()).contains(Instant.parse("2026-04-05T00:00:00Z"));
        assertThat(fixtures("general-nothing.json", "geo.json").verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
        assertThat(fixtures(
                                "general-nothing.json",
                                "geo-nothing.json",
                                "reputation-nothing.json",
                                "passive-dns-nothing.json",
                                "analysis-nothing.json")
                        .isHit())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"pulse_info\":{\"count\":3}                                                    | 45",
                "\"pulse_info\":{\"pulses\":[{},{}]}                                             | 40",
                "\"pulse_info\":{\"count\":0,\"pulses\":[{}]}                                    | 35",
                "\"pulse_info\":{\"count\":\"2\",\"pulses\":null}                                | 40",
                "\"pulse_info\":{\"count\":2,\"pulses\":[{\"attack_ids\":[\"T1105\"]}]}          | 75",
                "\"pulse_info\":{\"count\":2,\"pulses\":[{\"author\":{\"username\":\"AlienVault\"}}]} | 75",
                "\"pulse_info\":{\"count\":1,\"pulses\":[{\"author\":{\"username\":\"AlienVault\"}}]} | 35",
                "\"pulse_info\":{\"count\":1,\"pulses\":[{\"malware_families\":[\"\",null]}]}    | 35",
                "\"pulse_info\":{\"count\":1,\"pulses\":[{\"malware_families\":[\"Abot\"]}]}     | 75",
                "\"pulse_info\":{\"count\":0},\"reputation\":2                                   | 75",
                "\"pulse_info\":{},\"false_positive\":[{\"assessment\":\"accepted\"}]            | 5",
                "\"pulse_info\":{},\"validation\":[{\"source\":\"alexa\"}]                       | 5",
                "\"pulse_info\":{},\"validation\":[{\"source\":\"akamai\"}]                      | 5",
                "\"pulse_info\":{},\"validation\":[{\"source\":\"whitelist\"}]                   | 5",
                "\"pulse_info\":{\"count\":1},\"validation\":[{\"source\":\"ad_network\"},null,7] | 35"
            })
    void weighsWhatTheFirstSectionSays(String members, int score) {
        assertThat(of("{" + members + "}").score()).hasValue(score);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"pulse_info\":{}}",
                "{\"pulse_info\":{\"count\":null,\"pulses\":\"text\"},\"validation\":null,\"false_positive\":{}}",
                "{\"pulse_info\":{\"count\":0,\"pulses\":[null,7,\"text\"]},\"reputation\":0,\"asn\":null}"
            })
    void takesNothingForWhatIsMissing(String body) {
        assertThat(of(body).isHit()).isFalse();
    }

    @Test
    void boundsWhatTheCommunityWrites() {
        String pulse = "{\"id\":\"a\",\"name\":\"a\\u202e\\n" + "x".repeat(5_000) + "\",\"malware_families\":[\"b\"],"
                + "\"tags\":[" + texts("t") + "],\"references\":[" + texts("r") + "]}";
        String rows = IntStream.range(0, 500)
                .mapToObj(i -> "{\"hostname\":\"h" + i + ".example.org\",\"address\":\"203.0.114.9\"}")
                .collect(Collectors.joining(","));
        String pulses = Stream.generate(() -> pulse).limit(50).collect(Collectors.joining(","));
        Report report =
                of("{\"pulse_info\":{\"count\":50,\"pulses\":[" + pulses + "]},\"passive_dns\":[" + rows + "]}");

        assertThat(report.score()).hasValue(95);
        assertThat(report.tags()).hasSize(100);
        assertThat(report.related()).hasSize(20);
        assertThat(report.evidence()).hasSize(12).allSatisfy(piece -> assertThat(piece.text())
                .hasSizeLessThanOrEqualTo(500)
                .doesNotContain("\u202e", "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"pulse_info\":null}",
                "{\"pulse_info\":[]}",
                "{\"detail\":\"abc is no key\"}",
                "{\"error\":\"abc\"}"
            })
    void refusesWhatDoesNotSayWhichPulsesMentionIt(String body) {
        assertThatThrownBy(() -> of(body))
                .hasMessageNotContaining("abc")
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.BAD_REPLY));
    }

    private static String texts(String prefix) {
        return IntStream.range(0, 200).mapToObj(i -> "\"" + prefix + i + "\"").collect(Collectors.joining(","));
    }

    private static Report fixtures(String... files) {
        return report("203.0.114.9", files);
    }

    private static Report report(String value, String... files) {
        List<HttpReply> replies = Stream.of(files).map(Reply::fixture).toList();
        OtxSubject subject = new OtxSubject("IPv4", "ip", value, List.of(files));
        return OtxReport.of(subject, Sections.of(subject.sections(), replies));
    }

    private static Report of(String body) {
        return OtxReport.of(ADDRESS, new Sections(List.of(Json.parse(body)), List.of()));
    }
}
