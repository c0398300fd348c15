package io.indago.plugins.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.json.Json;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriageOpinionTest {
    private static final Indicator FILE = Indicator.of(IndicatorType.SHA256, "1".repeat(64));
    private static final Indicator DOMAIN = Indicator.of(IndicatorType.DOMAIN, "example.net");

    @ParameterizedTest
    @CsvSource({"10, 100", "8, 80", "7, 69", "6, 60", "5, 50", "4, ", "2, ", "1, 10", "0, ", "99, 100"})
    void weighsTheScoreOfAFile(int score, Integer expected) {
        assertThat(score(FILE, "{\"analysis\": {\"score\": " + score + "}}")).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void takesTheWorstOfSeveralAnalyses() {
        assertThat(score(FILE, "{\"score\": 1}", "{\"analysis\": {\"score\": 6}}", "{}"))
                .contains(60);
    }

    @Test
    void isNoneWhereNothingWasScored() {
        assertThat(score(FILE, "{}")).isEmpty();
        assertThat(score(FILE)).isEmpty();
    }

    @Test
    void believesTheConfigurationOfAFamily() {
        assertThat(score(DOMAIN, "{\"score\": 10, \"extracted\": [{\"config\": {\"c2\": [\"example.net:443\"]}}]}"))
                .contains(100);
        assertThat(score(DOMAIN, "{\"score\": 10, \"target\": \"http://example.net/\"}"))
                .contains(100);
    }

    @Test
    void doubtsWhatMalwareMerelyMet() {
        assertThat(score(DOMAIN, "{\"score\": 10, \"targets\": [{\"iocs\": {\"domains\": [\"example.net\"]}}]}"))
                .contains(30);
        assertThat(score(DOMAIN, "{\"score\": 7}")).isEmpty();
    }

    @Test
    void findsNoHostHarmlessBecauseASampleIs() {
        assertThat(score(DOMAIN, "{\"score\": 1, \"target\": \"http://example.net/\"}"))
                .isEmpty();
    }

    private static Optional<Integer> score(Indicator indicator, String... analyses) {
        List<Analysis> all =
                Stream.of(analyses).map(json -> new Analysis(Json.parse(json))).toList();
        return TriageOpinion.of(indicator, all).map(TriageOpinion::score);
    }
}
