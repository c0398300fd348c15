package io.indago.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTest {

    @Test
    void coloursOnATerminalOnly() {
        assertThat(Display.of(Map.of(), true, UTF_8)).isEqualTo(new Display(100, true, true));
        assertThat(Display.of(Map.of(), false, UTF_8).colour()).isFalse();
    }

    @Test
    void honoursNoColor() {
        assertThat(Display.of(Map.of("NO_COLOR", "1"), true, UTF_8).colour()).isFalse();
        assertThat(Display.of(Map.of("NO_COLOR", ""), true, UTF_8).colour()).isTrue();
        assertThat(Display.of(Map.of("TERM", "dumb"), true, UTF_8).colour()).isFalse();
    }

    @Test
    void isPlainWhereTheTerminalIsNotUtf8() {
        assertThat(Display.of(Map.of(), true, US_ASCII).unicode()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"120,120", "5,60", "-1,60", "wide,100", "'',100"})
    void takesTheWidthFromColumns(String columns, int width) {
        assertThat(Display.of(Map.of("COLUMNS", columns), true, UTF_8).width()).isEqualTo(width);
    }
}
