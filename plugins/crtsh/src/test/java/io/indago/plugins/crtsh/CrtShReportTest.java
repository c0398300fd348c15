package io.indago.plugins.crtsh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.json.Json;
import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.JsonView;
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

class CrtShReportTest {
    private static final Instant LATER = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void tellsWhenAndByWhomCertificatesWereIssued() {
        Report report = read(Reply.fixture("certificates.json").json(), LATER);

        assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
        assertThat(report.summary()).isEqualTo("3 certificates, the first of 2026-01-01, the last of 2026-03-01");
        assertThat(report.tags()).isEmpty();
        assertThat(report.references()).containsExactly(URI.create("https://crt.sh/?q=shop.example"));
        assertThat(report.firstSeen()).contains(Instant.parse("2026-01-02T03:04:05.678Z"));
        assertThat(report.lastSeen()).contains(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .containsExactly(
                        tuple("certificates", "there are 3 certificates of it"),
                        tuple("first-issued", "the first was issued on 2026-01-01"),
                        tuple("last-issued", "the last was issued on 2026-03-01"),
                        tuple("issuers", "issued by Example CA 1, Other, Ltd."),
                        tuple("wildcards", "1 of them are for any name below another"));
    }

    @Test
    void relatesHostsAndNothingElseANameMayBe() {
        assertThat(read(Reply.fixture("certificates.json").json(), LATER).related())
                .extracting(Related::value, Related::relation)
                .containsExactly(
                        tuple("www.shop.example", "same-certificate"), tuple("mail.shop.example", "same-certificate"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-30T23:59:59Z, true",
        "2026-02-01T00:00:00Z, false",
        // Certificates may be issued for later
        "2025-12-31T00:00:00Z, true"
    })
    void marksANameWhoseFirstCertificateIsRecent(Instant now, boolean recent) {
        assertThat(read(Reply.fixture("certificates.json").json(), now).tags().contains("recently-issued"))
                .isEqualTo(recent);
    }

    @Test
    void makesDoWithOldBodiesAndOddMembers() {
        Report report =
                read(Json.parse("[{\"id\":1,\"name_value\":null,\"not_before\":7},{\"id\":2},null,\"x\"]"), LATER);

        assertThat(report.summary()).isEqualTo("2 certificates");
        assertThat(report.related()).isEmpty();
        assertThat(report.firstSeen()).isEmpty();
    }

    @Test
    void boundsANameWithThousandsOfCertificates() {
        String many = IntStream.range(0, 5_000)
                .mapToObj(i -> "{\"id\":" + i + ",\"name_value\":\"h" + i + ".shop.example\"}")
                .collect(Collectors.joining(",", "[", "]"));
        Report report = read(Json.parse(many), LATER);

        assertThat(report.summary()).isEqualTo("5000 certificates");
        assertThat(report.related()).hasSize(100);
    }

    @Test
    void knowsNothingOfANameWithoutCertificates() {
        assertThat(read(Json.parse("[]"), LATER).isHit()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "[null]", "[[]]", "[{\"error\":\"secret\"}]", "\"secret\""})
    void refusesWhatIsNoListOfCertificates(String body) {
        assertThatThrownBy(() -> read(Json.parse(body), LATER))
                .hasMessageNotContaining("secret")
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.BAD_REPLY));
    }

    private static Report read(JsonView body, Instant now) {
        return CrtShReport.of("shop.example", body, now);
    }
}
