package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DeadlineConverterTest {

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "3s,PT3S", "3,PT3S", "pt1.5s,PT1.5S", "' 2S ',PT2S", "-1s,PT-1S"})
    void readsTimesAsTheHubDoes(String text, Duration deadline) {
        assertThat(new DeadlineConverter().convert(text)).isEqualTo(deadline);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "ms", "soon", "1.5s", "3m", "99999999999999999999s", "pt"})
    void refusesTheRest(String text) {
        assertThatThrownBy(() -> new DeadlineConverter().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("expected one like 500ms, 3s or PT3S");
    }
}
