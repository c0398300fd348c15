package io.indago.plugins.dns;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.json.Json;
import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import io.indago.spi.VerdictClass;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DnsReportTest {
    private static final Question NAME = new Question("evil.example", List.of(RecordType.A, RecordType.MX));
    private static final String NOTHING = reply(0);
    private static final String NXDOMAIN = reply(3);

    @Test
    void reportsRecordsWithoutAnOpinion() {
        Report report = report(
                reply(0, record(5, "edge.example."), record(1, "8.8.4.4"), record(46, "a 13 2 …")),
                reply(
                        0,
                        record(5, "edge.example."),
                        record(15, "10 mail.example."),
                        record(16, "\"v=spf1 \" \"-all\"")),
                NXDOMAIN);

        assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
        assertThat(report.summary()).isEqualTo("CNAME edge.example, A 8.8.4.4, MX mail.example, 1 TXT");
        assertThat(report.evidence().stream().map(Evidence::text))
                .containsExactly("CNAME edge.example.", "A 8.8.4.4", "MX 10 mail.example.", "TXT v=spf1 -all");
        assertThat(related(report))
                .containsExactly(
                        "alias-of fqdn:edge.example", "resolves-to ipv4:8.8.4.4", "mail-server fqdn:mail.example");
        assertThat(report.tags()).isEmpty();
    }

    @Test
    void namesAnAddress() {
        Report report = report(reply(0, record(12, "host.evil.example.")));
        assertThat(related(report)).containsExactly("name fqdn:host.evil.example");
    }

    @Test
    void showsRecordsOfTypesItDoesNotKnow() {
        Report report = report(reply(0, record(65, "1 . alpn=h3"), record(2, "ns.evil.example.")));
        assertThat(report.evidence().stream().map(Evidence::text))
                .containsExactly("TYPE65 1 . alpn=h3", "NS ns.evil.example.");
        assertThat(report.evidence().get(0).code()).isEqualTo("type65");
        assertThat(related(report)).containsExactly("name-server fqdn:ns.evil.example");
    }

    @ParameterizedTest
    @CsvSource({"1, 127.0.0.1", "1, 192.168.1.1", "28, fd00::1"})
    void tagsNamesThatPointInside(int type, String address) {
        assertThat(report(reply(0, record(1, "8.8.8.8"), record(type, address))).tags())
                .containsExactly("rebinding");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 8.8.8.8; DROP TABLE",
                "1 | localhost",
                "28 | fe80::1%eth0",
                "15 | 0 .",
                "15 | 10",
                "15 | 10 <script>alert(1)</script>",
                "12 | 1.2.3.4",
                "12 | a b.example",
                "5 | intranet"
            })
    void relatesOnlyToWellFormedIndicators(int type, String data) {
        Report report = report(reply(0, record(type, data)));
        assertThat(report.related()).isEmpty();
        assertThat(report.evidence()).singleElement().satisfies(piece -> assertThat(piece.text())
                .endsWith(data));
    }

    @Test
    void boundsWhatAnAttackerWrites() {
        String text = "a\u202eb\u0007" + "x".repeat(60_000);
        Report tooLong = report(reply(0, record(16, text.replace("\u0007", "\\u0007"))));
        assertThat(tooLong.evidence().get(0).value()).get().satisfies(shown -> assertThat(shown)
                .startsWith("a\ufffdb\ufffdx")
                .hasSize(500));

        String[] many =
                IntStream.range(0, 250).mapToObj(i -> record(1, "8.8.8." + i)).toArray(String[]::new);
        Report wide = report(reply(0, many));
        assertThat(wide.related()).hasSize(20);
        assertThat(wide.evidence()).hasSize(21);
        assertThat(wide.evidence().get(20).text()).isEqualTo("230 more A");
    }

    @Test
    void tellsNoSuchNameFromNoSuchRecord() {
        assertThat(report(NXDOMAIN, NXDOMAIN).summary()).contains("NXDOMAIN", "evil.example");
        assertThat(report(NOTHING, NOTHING).summary()).contains("NODATA", "of type A, MX");
        assertThat(report(NXDOMAIN, NOTHING).summary()).contains("NODATA");
        assertThat(report(reply(0, record(46, "a 13 2"), record(13, "RFC8482"))).summary())
                .contains("NODATA");
        assertThat(Stream.of(report(NXDOMAIN), report(NOTHING))).noneMatch(Report::isHit);
    }

    @ParameterizedTest
    @CsvSource({"1, BAD_REPLY", "2, UNAVAILABLE", "4, BAD_REPLY", "5, UNAVAILABLE", "23, BAD_REPLY"})
    void failsWhenNobodyKnowsWhetherThereIsARecord(int status, ErrorKind kind) {
        assertFailure(kind, reply(status), reply(status));
        assertFailure(kind, NOTHING, reply(status));
    }

    @Test
    void keepsWhatItGotWhenAnotherAnswerFailed() {
        Report report = report(reply(0, record(1, "8.8.8.8")), reply(2));
        assertThat(report.isHit()).isTrue();
        assertThat(report.evidence()).last().satisfies(piece -> {
            assertThat(piece.code()).isEqualTo("incomplete");
            assertThat(piece.text()).startsWith("SERVFAIL");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "{\"Status\":null}", "{\"Status\":-1}", "{\"Status\":1e9}", "{\"error\":\"x\"}"})
    void refusesWhatIsNoReply(String body) {
        assertFailure(ErrorKind.BAD_REPLY, body);
    }

    @Test
    void skipsMalformedRecords() {
        String body = "{\"Status\":0,\"Answer\":[null,7,{},{\"type\":1},{\"type\":\"x\",\"data\":\"y\"},"
                + "{\"type\":1,\"data\":7}," + record(1, "8.8.8.8") + "]}";
        assertThat(report(body).evidence()).hasSize(1);
    }

    private static void assertFailure(ErrorKind kind, String... bodies) {
        assertThatThrownBy(() -> report(bodies))
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(kind));
    }

    private static Report report(String... bodies) {
        return DnsReport.of(
                NAME, Stream.of(bodies).map(Json::parse).map(DnsReply::of).toList());
    }

    private static List<String> related(Report report) {
        return report.related().stream()
                .map(other -> other.relation() + " " + other.type().id() + ":" + other.value())
                .toList();
    }

    private static String reply(int status, String... records) {
        return "{\"Status\":" + status + ",\"Answer\":" + Stream.of(records).collect(joining(",", "[", "]")) + "}";
    }

    private static String record(int type, String data) {
        return "{\"name\":\"evil.example.\",\"type\":" + type + ",\"TTL\":60,\"data\":\"" + data.replace("\"", "\\\"")
                + "\"}";
    }
}
