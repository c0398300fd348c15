package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellsTest {

    @Test
    void breaksBetweenWords() {
        assertThat(Cells.wrap("one two three four", 9, 9, "...")).containsExactly("one two", "three", "four");
    }

    @Test
    void breaksAWordThatIsTooLong() {
        assertThat(Cells.wrap("abcdefghij", 4, 9, "...")).containsExactly("abcd", "efgh", "ij");
    }

    @Test
    void shortensTheLastLine() {
        assertThat(Cells.wrap("one two three four", 9, 2, "...")).containsExactly("one two", "three...");
    }

    @Test
    void countsWideAndCombiningCharacters() {
        assertThat(Cells.width("\u65e5\u672c")).isEqualTo(4);
        assertThat(Cells.width("e\u0301\u0302")).isEqualTo(1);
        assertThat(Cells.pad("\u65e5", 4)).isEqualTo("\u65e5  ");
    }

    @Test
    void neverSplitsASurrogatePair() {
        assertThat(Cells.wrap("\ud83d\ude00\ud83d\ude00\ud83d\ude00", 3, 9, "..."))
                .containsExactly("\ud83d\ude00", "\ud83d\ude00", "\ud83d\ude00");
    }

    @Test
    void endsEvenWhereNothingFits() {
        assertThat(Cells.wrap("\u65e5\u672c", 1, 9, "...")).startsWith("\u65e5", "\u672c");
    }
}
