package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "001b | \\u001b",
                "0007 | \\u0007",
                "0009 | \\u0009",
                "000a | \\n",
                "000d | \\u000d",
                "007f | \\u007f",
                "009b | \\u009b",
                "00ad | \\u00ad",
                "200b | \\u200b",
                "202e | \\u202e",
                "2066 | \\u2066",
                "2028 | \\u2028",
                "3164 | \\u3164",
                "e000 | \\ue000",
                "d800 | \\ud800",
                "feff | \\ufeff",
                "e0041 | \\udb40\\udc41"
            })
    void escapesWhatCannotBeSeen(String point, String shown) {
        assertThat(SafeText.of("a" + Character.toString(Integer.parseInt(point, 16)) + "b", true))
                .isEqualTo("a" + shown + "b");
    }

    @Test
    void leavesLettersOfAnyScript() {
        String letters = "caf\u00e9 \u65e5\u672c\u8a9e \u0430\u0431\u0432 \ud83d\ude00";

        assertThat(SafeText.of(letters, true)).isEqualTo(letters);
    }

    @Test
    void escapesAllButAsciiWhereNothingElseCanBeShown() {
        assertThat(SafeText.of("caf\u00e9~", false)).isEqualTo("caf\\u00e9~");
    }

    @Test
    void makesEverySpaceAPlainOne() {
        assertThat(SafeText.of("a\u00a0b\u3000c", false)).isEqualTo("a b c");
    }

    @Test
    void keepsJsonTheSameDocumentOnOneLine() {
        assertThat(SafeText.ofJson("{\n\t\"a\": \"\u202e\u009b\u00e9\"\r\n}"))
                .isEqualTo("{\t\"a\": \"\\u202e\\u009b\u00e9\"}");
    }
}
