package io.indago.plugins.greynoise;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.VerdictClass;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    @ParameterizedTest
    @CsvSource({
        "true, false, '', BENIGN, 0",
        "true, true, benign, BENIGN, 0",
        "true, true, malicious, BENIGN, 0",
        "false, true, malicious, MALICIOUS, 85",
        "false, false, malicious, MALICIOUS, 85",
        "false, true, suspicious, SUSPICIOUS, 50",
        "false, true, benign, BENIGN, 5",
        "false, true, unknown, SUSPICIOUS, 25",
        "false, true, '', SUSPICIOUS, 25",
        "false, true, new word, SUSPICIOUS, 25"
    })
    void weighsWhatGreyNoiseSays(
            boolean service, boolean seen, String classification, VerdictClass verdict, int score) {
        Standing standing = Standing.of(service, seen, classification).orElseThrow();

        assertThat(standing.score()).isEqualTo(score);
        assertThat(VerdictClass.ofScore(standing.score())).isEqualTo(verdict);
        assertThat(standing.confidence()).isBetween(1, 100);
    }

    @ParameterizedTest
    @CsvSource({"''", "unknown"})
    void hasNothingToSayOfAnAddressNobodySaw(String classification) {
        assertThat(Standing.of(false, false, classification)).isEqualTo(Optional.empty());
    }
}
