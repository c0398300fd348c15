package io.indago.plugins.virustotal;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.json.Json;
import io.indago.spi.VerdictClass;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, BENIGN, 0",
        "0, 1, SUSPICIOUS, 30",
        "0, 4, SUSPICIOUS, 60",
        "0, 5, SUSPICIOUS, 69",
        "1, 0, SUSPICIOUS, 35",
        "1, 3, SUSPICIOUS, 65",
        "2, 0, SUSPICIOUS, 50",
        "2, 2, SUSPICIOUS, 69",
        "2, 60, SUSPICIOUS, 69",
        "3, 0, MALICIOUS, 73",
        "3, 9, MALICIOUS, 73",
        "12, 0, MALICIOUS, 82",
        "30, 0, MALICIOUS, 100",
        "70, 0, MALICIOUS, 100"
    })
    void scores(int malicious, int suspicious, VerdictClass verdict, int score) {
        Detections detections = new Detections(malicious, suspicious, 10, 10);
        assertThat(detections.score()).isEqualTo(score);
        assertThat(VerdictClass.ofScore(detections.score())).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"1, 31", "3, 33", "59, 89", "60, 90", "90, 90"})
    void isAsSureAsThePanelIsLarge(int engines, int confidence) {
        assertThat(new Detections(0, 0, 0, engines).confidence()).isEqualTo(confidence);
    }

    @Test
    void saysItInASentence() {
        assertThat(new Detections(12, 0, 70, 8).sentence()).isEqualTo("12 of 90 engines detect it");
        assertThat(new Detections(1, 2, 70, 7).sentence()).isEqualTo("1 of 80 engines detect it, 2 suspect it");
    }

    @Test
    void countsEnginesThatHaveASay() {
        assertThat(of(stats("\"malicious\":1,\"suspicious\":2,\"harmless\":3,\"undetected\":4,"
                        + "\"timeout\":5,\"confirmed-timeout\":6,\"failure\":7,\"type-unsupported\":8")))
                .contains(new Detections(1, 2, 3, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"last_analysis_stats\":{}", ",\"last_analysis_stats\":null"})
    void countsResultsWhereThereAreNoStats(String noStats) {
        assertThat(of("{" + results("malicious", "malicious", "suspicious", "undetected", "timeout") + noStats + "}"))
                .contains(new Detections(2, 1, 0, 1));
    }

    @Test
    void statsWinOverResults() {
        String both = "{" + results("malicious", "malicious", "malicious")
                + ",\"last_analysis_stats\":{\"malicious\":0,\"harmless\":70}}";
        assertThat(of(both)).contains(new Detections(0, 0, 70, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"last_analysis_results\":{}}",
                "{\"last_analysis_stats\":{\"malicious\":0,\"undetected\":0}}",
                "{\"last_analysis_stats\":{\"timeout\":3,\"type-unsupported\":70}}",
                "{\"last_analysis_results\":{\"A\":{\"category\":\"timeout\"},\"B\":null,\"C\":7}}"
            })
    void isEmptyWhenNoEngineHasASay(String attributes) {
        assertThat(of(attributes)).isEmpty();
    }

    @Test
    void keepsNonsenseWithinBounds() {
        Optional<Detections> detections =
                of(stats("\"malicious\":9223372036854775807,\"suspicious\":-5,\"harmless\":\"x\",\"undetected\":2.5"));
        assertThat(detections).contains(new Detections(1_000, 0, 0, 0));
        assertThat(detections).map(Detections::score).contains(100);
    }

    private static Optional<Detections> of(String attributes) {
        return Detections.of(Json.parse(attributes));
    }

    private static String stats(String counts) {
        return "{\"last_analysis_stats\":{" + counts + "}}";
    }

    private static String results(String... categories) {
        return IntStream.range(0, categories.length)
                .mapToObj(i -> "\"Engine " + i + "\":{\"category\":\"" + categories[i] + "\"}")
                .collect(Collectors.joining(",", "\"last_analysis_results\":{", "}"));
    }
}
