package io.indago.plugins.circlhashlookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.json.Json;
import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
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

class HashlookupReportTest {
    private static final URI PAGE = URI.create("https://hashlookup.circl.lu/lookup/md5/" + "1".repeat(32));

    @Test
    void tellsWhoShipsAFile() {
        Report report = read(Reply.fixture("trusted.json").json());

        assertThat(report.summary()).isEqualTo("A known file, part of Example System 7");
        assertThat(report.score()).hasValue(5);
        assertThat(report.references()).containsExactly(PAGE);
        assertThat(report.firstSeen()).contains(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .containsExactly(
                        tuple("trust", "hashlookup trusts it 80 of 100"),
                        tuple("name", "named ./usr/bin/example"),
                        tuple("shipped", "part of Example System 7, example-tools 1.2-3, example-extras"),
                        tuple("parents", "packages it is in: 2"),
                        tuple("type", "its type is application/x-executable"),
                        tuple("size", "its size is 4096"),
                        tuple("source", "known from NSRL, nsrl_made_up"));
    }

    @Test
    void writesHashesInLowerCaseAsEverybodyElse() {
        assertThat(read(Reply.fixture("trusted.json").json()).related())
                .extracting(Related::type, Related::value, Related::relation)
                .containsExactly(
                        tuple(IndicatorType.MD5, "1".repeat(32), "same-file"),
                        tuple(IndicatorType.SHA1, "2".repeat(40), "same-file"),
                        tuple(IndicatorType.SHA256, "3".repeat(62) + "aa", "same-file"),
                        tuple(IndicatorType.MD5, "4".repeat(32), "contained-in"),
                        tuple(IndicatorType.SHA1, "5".repeat(40), "contained-in"));
    }

    @ParameterizedTest
    @CsvSource({"100, 0", "80, 5", "60, 10", "59, 15", "50, 15", "'\"75\"', 6", "120, 0"})
    void holdsWhatIsTrustedForBenign(String trust, int score) {
        Report report = read(Json.parse("{\"hashlookup:trust\":" + trust + "}"));

        assertThat(report.verdict()).isEqualTo(VerdictClass.BENIGN);
        assertThat(report.score()).hasValue(score);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"hashlookup:trust\":49}",
                "{\"hashlookup:trust\":0}",
                "{\"hashlookup:trust\":-5}",
                "{\"hashlookup:trust\":null}",
                "{\"MD5\":\"11111111111111111111111111111111\"}",
                "{\"MD5\":\"x\",\"KnownMalicious\":false,\"FileName\":7,\"parents\":[null,7],\"insert-timestamp\":\"soon\"}"
            })
    void hasNoOpinionOfWhatIsNotTrusted(String body) {
        assertThat(read(Json.parse(body)).verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"example-feed\"", "[\"a\",\"b\"]", "true", "1"})
    void believesThatItIsMaliciousWhoeverShipsIt(String known) {
        Report report = read(Json.parse("{\"KnownMalicious\":" + known + ",\"hashlookup:trust\":100}"));

        assertThat(report.score()).hasValue(85);
        assertThat(report.tags()).containsExactly("known-malicious");
        assertThat(report.evidence().get(0).code()).isEqualTo("known-malicious");
    }

    @Test
    void takesAMissInsideAGoodReplyForOne() {
        assertThat(read(Reply.fixture("not-found.json").json()).isHit()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "{\"message\":\"secret\"}", "{\"FileName\":\"a\"}"})
    void refusesWhatIsNoFile(String body) {
        assertThatThrownBy(() -> read(Json.parse(body)))
                .hasMessageNotContaining("secret")
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.BAD_REPLY));
    }

    private static Report read(JsonView body) {
        return HashlookupReport.of(PAGE, body);
    }
}
