package io.indago.plugins.shodan;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.VerdictClass;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShodanOpinionTest {

    @ParameterizedTest
    @CsvSource({
        "malware, 0, false, MALICIOUS, 80",
        "c2, 0, false, MALICIOUS, 80",
        "compromised, 9, true, MALICIOUS, 80",
        "cloud, 1, true, SUSPICIOUS, 30",
        "cloud, 2, true, SUSPICIOUS, 31",
        "cloud, 20, true, SUSPICIOUS, 49",
        "cloud, 21, true, SUSPICIOUS, 50",
        "cloud, 22, true, SUSPICIOUS, 50",
        "cloud, 1000, true, SUSPICIOUS, 50"
    })
    void judges(String tag, int vulnerabilities, boolean asked, VerdictClass verdict, int score) {
        ShodanOpinion opinion = ShodanOpinion.of(List.of("eol-product", tag), vulnerabilities, asked)
                .orElseThrow();

        assertThat(opinion.score()).isEqualTo(score);
        assertThat(VerdictClass.ofScore(opinion.score())).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"cloud, 0, true", "cloud, 1000, false", "honeypot, 0, true", "malware-lab, 0, true"})
    void hasOnlyFacts(String tag, int vulnerabilities, boolean asked) {
        assertThat(ShodanOpinion.of(List.of(tag), vulnerabilities, asked)).isEmpty();
    }
}
