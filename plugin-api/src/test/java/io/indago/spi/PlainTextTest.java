package io.indago.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlainTextTest {

    static Arguments[] cleans() {
        return new Arguments[] {
            Arguments.of("a plain text", "a plain text"),
            Arguments.of("Пример, 例え 🦠", "Пример, 例え 🦠"),
            Arguments.of("two\r\nlines\tand\u2028more", "two  lines and more"),
            Arguments.of("  around \n", "around"),
            Arguments.of("bell\u0007 and escape\u001b[31m", "bell\ufffd and escape\ufffd[31m"),
            Arguments.of("invoice\u202egpj.exe", "invoice\ufffdgpj.exe"),
            Arguments.of("zero\u200bwidth\ufeff", "zero\ufffdwidth\ufffd"),
            Arguments.of("half \ud83e a pair", "half \ufffd a pair"),
            Arguments.of("", "")
        };
    }

    @ParameterizedTest
    @MethodSource
    void cleans(String text, String shown) {
        assertThat(PlainText.of(text)).isEqualTo(shown);
        assertThat(PlainText.of(shown)).isEqualTo(shown);
    }

    @Test
    void endsAfterFiveHundredCharacters() {
        assertThat(PlainText.of("x".repeat(500))).isEqualTo("x".repeat(500));
        assertThat(PlainText.of("x".repeat(501))).isEqualTo("x".repeat(499) + "…");
        assertThat(PlainText.of("🦠".repeat(10_000))).isEqualTo("🦠".repeat(499) + "…");
    }

    @Test
    void namesEachOnce() {
        assertThat(PlainText.names(3, List.of("a", "", " ", "b", "a ", "c\n", "d")))
                .containsExactly("a", "b", "c");
    }

    @Test
    void listsWhatIsWorthReading() {
        List<String> twelve = IntStream.range(0, 12).mapToObj(i -> "n" + i).toList();

        assertThat(PlainText.listing("seen as ", List.of("a", "b", "a"))).isEqualTo("seen as a, b");
        assertThat(PlainText.listing("seen as ", twelve.subList(0, 10))).endsWith("n8, n9");
        assertThat(PlainText.listing("seen as ", twelve)).endsWith("n8, n9 and 2 more");
        assertThat(PlainText.listing("seen as ", List.of("", " "))).isEmpty();
    }

    @Test
    void listsWhatFits() {
        List<String> long3 = List.of("a".repeat(5_000), "b".repeat(200), "c".repeat(200), "d");

        assertThat(PlainText.listing("seen as ", long3))
                .isEqualTo("seen as " + "a".repeat(199) + "…, " + "b".repeat(200) + " and 2 more")
                .hasSizeLessThan(500);
        assertThat(PlainText.listing("seen as ", Collections.nCopies(100_000, "a")))
                .isEqualTo("seen as a");
    }
}
