package io.indago.routes.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.indago.spi.IndicatorType;
import io.indago.spi.Reliability;
import io.indago.spi.VerdictClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the verdict, each in a table. An opinion is written {@code B70/90@48}: reliability, score, confidence, age in hours. */
class VerdictTest {
    private static final Optional<String> NOT_LISTED = Optional.empty();
    private static final VerdictPolicy POLICY = VerdictPolicy.standard();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "0, BENIGN",
        "19, BENIGN",
        "20, SUSPICIOUS",
        "69, SUSPICIOUS",
        "70, MALICIOUS",
        "100, MALICIOUS",
    })
    void bandsAreTheSameForOneProviderAndForAll(int score, VerdictClass band) {
        Verdict verdict = verdict("B" + score + "/90 C" + score + "/50");

        assertThat(verdict.verdict()).isEqualTo(band);
        assertThat(verdict.score()).hasValue(score);
        assertThat(verdict.terms())
                .allSatisfy(term -> assertThat(term.opinion().verdict()).isEqualTo(band));
    }

    @ParameterizedTest(name = "{0} about {1}: {2}")
    @CsvSource({
        "A50/100, IPV4, 1",
        "B50/100, IPV4, 0.85",
        "C50/100, IPV4, 0.7",
        "D50/100, IPV4, 0.5",
        "E50/100, IPV4, 0.25",
        "F50/100, IPV4, 0",
        "A50/37, IPV4, 0.37",
        "A50/0, IPV4, 0",
        "A50/100@720, IPV4, 0.5",
        "A50/100@720, IPV6, 0.5",
        "A50/100@1440, IPV4, 0.25",
        "A50/100@2160, DOMAIN, 0.5",
        "A50/100@2160, FQDN, 0.5",
        "A50/100@2160, URL, 0.5",
        "A50/100@26280, MD5, 0.5",
        "A50/100@26280, SHA1, 0.5",
        "A50/100@26280, SHA256, 0.5",
        "A50/100@26280, SHA512, 0.5",
        "B50/80@720, IPV4, 0.34",
        "D50/33@333, IPV4, 0.119745",
    })
    void anOpinionWeighsReliabilityTimesConfidenceHalvedPerHalfLife(String opinion, IndicatorType type, double weight) {
        assertThat(POLICY.weight(opinions(opinion).get(0), type)).isEqualTo(weight, within(1e-9));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(nullValues = "-", textBlock = """
            # no opinion, or none that weighs
            ''                     , UNKNOWN   , -
            F0/100                 , UNKNOWN   , -
            F100/100               , UNKNOWN   , -
            F5/100 F5/100          , UNKNOWN   , -
            A5/0 A5/0              , UNKNOWN   , -
            # one opinion alone is enough for malicious only
            A0/100                 , UNKNOWN   , 0
            A50/100                , UNKNOWN   , 50
            B70/10                 , MALICIOUS , 70
            A69/100                , UNKNOWN   , 69
            # an opinion without weight is none
            B0/90 F0/90            , UNKNOWN   , 0
            B50/90 A50/0           , UNKNOWN   , 50
            # the weighted mean
            B100/100 B0/100        , SUSPICIOUS, 50
            C0/100 C0/100 C69/100  , SUSPICIOUS, 23
            B90/100 E0/100         , MALICIOUS , 70
            A40/100 D10/100        , SUSPICIOUS, 30
            # benign needs two that say so and nobody who says malicious
            B0/90 B19/90           , BENIGN    , 10
            E0/1 E0/1              , BENIGN    , 0
            B0/90 B21/90           , SUSPICIOUS, 11
            B0/90 B0/90 E70/10     , SUSPICIOUS, 1
            B0/90 B0/90 F100/100   , SUSPICIOUS, 0
            B0/90 B0/90 E60/10     , BENIGN    , 1
            # a trusted malicious decides, whatever the mean
            A70/80 B0/100 B0/100   , MALICIOUS , 70
            A95/80 B0/100 B0/100   , MALICIOUS , 70
            A90/100 A80/100        , MALICIOUS , 85
            A70/79 B0/100 B0/100   , SUSPICIOUS, 22
            B70/80 B0/100 B0/100   , SUSPICIOUS, 20
            A69/80 B0/100 B0/100   , SUSPICIOUS, 22
            """)
    void opinionsMakeTheVerdict(String opinions, VerdictClass expected, Integer score) {
        Verdict verdict = verdict(opinions);

        assertThat(verdict.verdict()).isEqualTo(expected);
        assertThat(verdict.score().stream().boxed().findFirst()).isEqualTo(Optional.ofNullable(score));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "B100/100, SUSPICIOUS, 69",
        "A100/100 B0/100 B0/100, SUSPICIOUS, 69",
        "B60/90 B60/90, SUSPICIOUS, 60",
        "B5/90 B5/90, BENIGN, 5",
        "B5/90, UNKNOWN, 5",
    })
    void anAllowListedIndicatorIsAtMostSuspicious(String opinions, VerdictClass expected, int score) {
        Verdict verdict = Verdict.of(opinions(opinions), IndicatorType.IPV4, Optional.of("our own network"), POLICY);

        assertThat(verdict.verdict()).isEqualTo(expected);
        assertThat(verdict.score()).hasValue(score);
    }

    @Test
    void everyTermAndEveryOverrideIsNamed() {
        Verdict verdict =
                Verdict.of(opinions("A90/80 B0/100@720"), IndicatorType.IPV4, Optional.of("our own network"), POLICY);

        assertThat(verdict.policyVersion()).isEqualTo("1");
        assertThat(verdict.terms()).extracting(Verdict.Term::weight).containsExactly(0.8, 0.425);
        assertThat(verdict.why())
                .containsExactly(
                        "p0 says malicious: score 90, confidence 80, reliability A, age 0 h, weight 0.800000",
                        "p1 says benign: score 0, confidence 100, reliability B, age 720 h, weight 0.425000",
                        "weighted mean of 2 opinion(s): 59",
                        "override trusted-malicious: p0, reliability A, says malicious with confidence 80",
                        "override allow-list: our own network; at most suspicious",
                        "score 69: suspicious");
    }

    @Test
    void anUnknownVerdictSaysWhy() {
        assertThat(verdict("").why()).containsExactly("no provider has an opinion");
        assertThat(verdict("F100/100").why()).last().isEqualTo("no opinion carries weight");
        assertThat(verdict("B5/90").why()).last().isEqualTo("one opinion alone can't make it benign: unknown");
        assertThat(verdict("B5/90 F80/90").why()).last().asString().startsWith("one opinion alone");
        assertThat(verdict("B5/90 B5/90 E80/1").why())
                .last()
                .isEqualTo("benign needs two benign opinions and no malicious one: suspicious");
    }

    @Test
    void theOrderInWhichOpinionsArriveChangesNothing() {
        List<Opinion> opinions = opinions("A12/91@13 B55/87@170 C3/33@999 D99/7@1 E71/64@5000");
        Verdict verdict = Verdict.of(opinions, IndicatorType.IPV4, NOT_LISTED, POLICY);

        for (int distance = 1; distance < opinions.size(); distance++) {
            List<Opinion> rotated = new ArrayList<>(opinions);
            Collections.rotate(rotated, distance);
            assertThat(Verdict.of(rotated, IndicatorType.IPV4, NOT_LISTED, POLICY))
                    .isEqualTo(verdict);
        }
    }

    @ParameterizedTest
    @CsvSource({"A12/91@13 B55/87@170 C3/33@999", "A90/80 B0/100", "F100/100", "''", "B5/90 B5/90"})
    void aVerdictIsComputedAgainFromItsOwnTerms(String opinions) {
        Verdict verdict = verdict(opinions);
        List<Opinion> stored =
                verdict.terms().stream().map(Verdict.Term::opinion).toList();

        assertThat(Verdict.of(stored, IndicatorType.IPV4, NOT_LISTED, POLICY)).isEqualTo(verdict);
    }

    private static Verdict verdict(String opinions) {
        return Verdict.of(opinions(opinions), IndicatorType.IPV4, NOT_LISTED, POLICY);
    }

    /** The opinions of providers p0, p1 and so on. */
    private static List<Opinion> opinions(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        List<String> each = Arrays.asList(text.strip().split(" +"));
        return IntStream.range(0, each.size())
                .mapToObj(i -> opinion("p" + i, each.get(i)))
                .toList();
    }

    private static Opinion opinion(String provider, String text) {
        String[] parts = text.substring(1).split("[/@]");
        return new Opinion(
                provider,
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Reliability.valueOf(text.substring(0, 1)),
                parts.length > 2 ? Long.parseLong(parts[2]) : 0);
    }
}
