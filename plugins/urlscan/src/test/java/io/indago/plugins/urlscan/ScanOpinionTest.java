package io.indago.plugins.urlscan;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.json.Json;
import io.indago.spi.VerdictClass;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanOpinionTest {
    @ParameterizedTest
    @CsvSource({
        "100, true, MALICIOUS, 100",
        "5, true, MALICIOUS, 70",
        "0, true, MALICIOUS, 70",
        "1, false, SUSPICIOUS, 20",
        "49, false, SUSPICIOUS, 49",
        "99, false, SUSPICIOUS, 69",
        "-1, false, BENIGN, 5",
        "-100, false, BENIGN, 5"
    })
    void weighsTheVerdictOfAResultAndOfARow(int score, boolean malicious, VerdictClass verdict, int expected) {
        String said = "{\"score\": " + score + ", \"malicious\": " + malicious + "}";
        for (String verdicts : new String[] {"{\"overall\": " + said + "}", said}) {
            ScanOpinion opinion = of(verdicts).orElseThrow();
            assertThat(VerdictClass.ofScore(opinion.score())).isEqualTo(verdict);
            assertThat(opinion.score()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"overall\": {}}",
                "{\"overall\": []}",
                "{\"overall\": {\"score\": 0, \"malicious\": false, \"hasVerdicts\": 0}}",
                "{\"overall\": {\"score\": 0, \"malicious\": false, \"hasVerdicts\": true}}",
                "{\"overall\": {\"score\": null, \"malicious\": \"no\"}}"
            })
    void hasNoneWhereNobodyJudgedIt(String verdicts) {
        assertThat(of(verdicts)).isEmpty();
    }

    private static Optional<ScanOpinion> of(String verdicts) {
        return ScanOpinion.of(new Scan(Json.parse("{\"verdicts\": " + verdicts + "}")));
    }
}
