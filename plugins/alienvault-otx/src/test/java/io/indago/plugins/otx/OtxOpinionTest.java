package io.indago.plugins.otx;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.VerdictClass;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtxOpinionTest {

    @ParameterizedTest(name = "{0} pulses, {1} substantial, family {2}, threat score {3}, {4} engines")
    @CsvSource({
        // Only mentioned
        "1, 0, false, 0, 0, SUSPICIOUS, 35",
        "2, 0, false, 0, 0, SUSPICIOUS, 40",
        "5, 0, false, 0, 0, SUSPICIOUS, 55",
        "6, 0, false, 0, 0, SUSPICIOUS, 60",
        "7, 0, false, 0, 0, SUSPICIOUS, 60",
        "1000000000000, 0, false, 0, 0, SUSPICIOUS, 60",
        // One pulse is one person's word, unless it names the malware
        "1, 1, false, 0, 0, SUSPICIOUS, 35",
        "1, 1, true, 0, 0, MALICIOUS, 75",
        "2, 1, false, 0, 0, MALICIOUS, 75",
        "2, 2, false, 0, 0, MALICIOUS, 80",
        "6, 5, true, 0, 0, MALICIOUS, 95",
        "50, 50, true, 0, 0, MALICIOUS, 95",
        // AlienVault's own sensors
        "0, 0, false, 2, 0, MALICIOUS, 75",
        "1, 0, false, 2, 0, MALICIOUS, 75",
        "1, 0, false, 1, 0, SUSPICIOUS, 35",
        "3, 0, false, 7, 0, MALICIOUS, 75",
        // OTX's own scanners
        "0, 0, false, 0, 1, SUSPICIOUS, 50",
        "1, 0, false, 0, 1, SUSPICIOUS, 50",
        "6, 0, false, 0, 1, SUSPICIOUS, 60",
        "0, 0, false, 0, 2, MALICIOUS, 75"
    })
    void weighs(
            long pulses,
            int substantial,
            boolean family,
            long threatScore,
            int engines,
            VerdictClass verdict,
            int score) {
        OtxOpinion opinion = new OtxOpinion.Signs(pulses, substantial, family, threatScore, engines, List.of())
                .opinion()
                .orElseThrow();

        assertThat(opinion.score()).isEqualTo(score);
        assertThat(VerdictClass.ofScore(opinion.score())).isEqualTo(verdict);
        assertThat(opinion.confidence()).isBetween(30, 70);
    }

    @Test
    void hasNoneWhereNothingWasSaid() {
        assertThat(new OtxOpinion.Signs(0, 0, false, 0, 0, List.of()).opinion()).isEmpty();
        assertThat(new OtxOpinion.Signs(0, 0, false, 1, 0, List.of()).opinion()).isEmpty();
    }

    @Test
    void believesThatItIsHarmlessWhateverThePulsesSay() {
        OtxOpinion opinion = new OtxOpinion.Signs(50, 50, true, 7, 9, List.of("majestic", "alexa"))
                .opinion()
                .orElseThrow();

        assertThat(opinion.score()).isEqualTo(5);
        assertThat(opinion.reason()).isEqualTo("Known as harmless to majestic");
    }

    @Test
    void saysItInASentence() {
        assertThat(reason(1, 0, 0)).isEqualTo("1 pulse mentions it");
        assertThat(reason(3, 0, 0)).isEqualTo("3 pulses mention it");
        assertThat(reason(3, 2, 0)).isEqualTo("3 pulses mention it, its threat score is 2");
        assertThat(reason(0, 0, 2)).isEqualTo("No pulse mentions it, 2 of OTX's scanners detect it");
    }

    private static String reason(long pulses, long threatScore, int engines) {
        return new OtxOpinion.Signs(pulses, 0, false, threatScore, engines, List.of())
                .opinion()
                .orElseThrow()
                .reason();
    }
}
