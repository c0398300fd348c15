package io.indago.plugins.virustotal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.json.Json;
import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import io.indago.spi.VerdictClass;
import io.indago.testkit.Reply;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VirusTotalReportTest {
    private static final VirusTotalObject OBJECT = VirusTotalObject.of(Indicator.of(IndicatorType.IPV4, "203.0.114.9"));

    @Test
    void readsAnAddress() {
        Report report = fixture("ip-malicious.json");

        assertThat(report.verdict()).isEqualTo(VerdictClass.MALICIOUS);
        assertThat(report.score()).hasValue(74);
        assertThat(report.summary()).isEqualTo("4 of 90 engines detect it, 1 suspect it");
        assertThat(report.country()).contains("NL");
        assertThat(report.asn()).hasValue(64500);
        assertThat(report.asOwner()).contains("Example Hosting");
        assertThat(report.network()).contains("203.0.114.0/24");
        assertThat(report.tags()).containsExactly("self-signed");
        assertThat(report.firstSeen()).isEmpty();
        assertThat(report.lastSeen()).contains(Instant.ofEpochSecond(1790000000));
        assertThat(report.references())
                .containsExactly(URI.create("https://www.virustotal.com/gui/ip-address/203.0.114.9"));
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .containsExactly(
                        tuple("detections", "4 of 90 engines detect it, 1 suspect it"),
                        tuple("engines", "detected or suspected by Alpha, Beta"),
                        tuple("votes", "community votes: 3 malicious, 0 harmless"),
                        tuple("reputation", "community reputation -11"));
        assertThat(report.evidence().get(0).value()).contains("4");
        assertThat(report.evidence().get(0).observedAt()).contains(Instant.ofEpochSecond(1790000000));
    }

    @Test
    void readsAFile() {
        Report report = fixture("file-malicious.json");

        assertThat(report.summary()).isEqualTo("40 of 70 engines detect it");
        assertThat(report.malwareFamilies()).containsExactly("examplebot", "madeup");
        assertThat(report.tags()).containsExactly("peexe", "trojan", "downloader");
        assertThat(report.firstSeen()).contains(Instant.ofEpochSecond(1770000000));
        assertThat(report.lastSeen()).contains(Instant.ofEpochSecond(1790000000));
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .contains(
                        tuple("threat-label", "its detections amount to trojan.examplebot/madeup"),
                        tuple("names", "seen as invoice.exe, payload.bin"),
                        tuple("file-type", "Win32 EXE, 12345 bytes"));
    }

    @Test
    void readsADomain() {
        Report report = fixture("domain-benign.json");

        assertThat(report.verdict()).isEqualTo(VerdictClass.BENIGN);
        assertThat(report.lastSeen()).contains(Instant.ofEpochSecond(1790000000));
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .containsExactly(
                        tuple("detections", "0 of 89 engines detect it"),
                        tuple("categories", "categorised as reference, education"),
                        tuple("registration", "registered on 1995-08-29 with Example Registrar"));
    }

    @Test
    void readsAUrl() {
        Report report = fixture("url-suspicious.json");

        assertThat(report.verdict()).isEqualTo(VerdictClass.SUSPICIOUS);
        assertThat(report.score()).hasValue(45);
        assertThat(report.firstSeen()).contains(Instant.ofEpochSecond(1780000000));
        assertThat(report.lastSeen()).contains(Instant.ofEpochSecond(1785000000));
    }

    @Test
    void hasNoOpinionWhereNoEngineHasOne() {
        Report report = fixture("ip-without-analysis.json");

        assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
        assertThat(report.score()).isEmpty();
        assertThat(report.confidence()).isZero();
        assertThat(report.evidence()).isEmpty();
        assertThat(report.country()).contains("NL");
    }

    @ParameterizedTest
    @CsvSource({"trojan.emotet/heodo, 'emotet,heodo'", "ransomware.lockbit, lockbit", "trojan, ''", "'', ''", "a., ''"})
    void takesFamiliesFromTheLabelWhereThereAreNoNames(String label, String families) {
        Report report = attributes("\"popular_threat_classification\":{\"suggested_threat_label\":\"" + label + "\"}");
        assertThat(report.malwareFamilies()).isEqualTo(families.isEmpty() ? List.of() : List.of(families.split(",")));
    }

    @Test
    void boundsWhatStrangersWrite() {
        String names = String.join("\",\"", Collections.nCopies(3, "a\u202egpj.exe")) + "\",\"" + "x".repeat(5_000)
                + "\",\"" + String.join("\",\"", manyTags());
        Report report = attributes("\"names\":[\"" + names + "\"],\"tags\":[\"" + String.join("\",\"", manyTags())
                + "\"],\"country\":\"Atlantis\",\"asn\":0,\"last_analysis_date\":99999999999999");

        assertThat(report.tags()).hasSize(100);
        assertThat(report.country()).isEmpty();
        assertThat(report.asn()).isEmpty();
        assertThat(report.lastSeen()).isEmpty();
        assertThat(report.evidence()).singleElement().satisfies(piece -> assertThat(piece.text())
                .startsWith("seen as a\ufffdgpj.exe, xxx")
                .endsWith(", tag7 and 142 more")
                .hasSizeLessThan(300));
    }

    @Test
    void anErrorThatSaysNotFoundIsNoData() {
        assertThat(fixture("not-found.json").isHit()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "InvalidArgumentError, INVALID_INPUT",
        "WrongCredentialsError, UNAUTHORIZED",
        "ForbiddenError, UNAUTHORIZED",
        "QuotaExceededError, QUOTA",
        "TooManyRequestsError, QUOTA",
        "TransientError, UNAVAILABLE",
        "NewError, BAD_REPLY"
    })
    void readsAnErrorWhateverTheStatus(String code, ErrorKind kind) {
        assertFailure("{\"error\":{\"code\":\"" + code + "\",\"message\":\"key abc is wrong\"}}", kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"text\"",
                "null",
                "{\"data\":null}",
                "{\"data\":[]}",
                "{\"data\":[{\"attributes\":{}}]}",
                "{\"data\":{\"id\":\"x\"}}",
                "{\"data\":{\"attributes\":[]}}",
                "{\"error\":{}}",
                "{\"error\":\"text\"}"
            })
    void refusesWhatIsNotTheEnvelope(String body) {
        assertFailure(body, ErrorKind.BAD_REPLY);
    }

    private static void assertFailure(String body, ErrorKind kind) {
        assertThatThrownBy(() -> VirusTotalReport.of(OBJECT, Json.parse(body)))
                .hasMessageNotContaining("abc")
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(kind));
    }

    private static Report fixture(String file) {
        return VirusTotalReport.of(OBJECT, Reply.fixture(file).json());
    }

    private static Report attributes(String members) {
        return VirusTotalReport.of(OBJECT, Json.parse("{\"data\":{\"attributes\":{" + members + "}}}"));
    }

    private static String[] manyTags() {
        return IntStream.range(0, 150).mapToObj(i -> "tag" + i).toArray(String[]::new);
    }
}
