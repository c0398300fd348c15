package io.indago.json;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.indago.spi.ErrorKind;
import io.indago.spi.JsonView;
import io.indago.spi.JsonView.Kind;
import io.indago.spi.ProviderException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void walksByPointerAndNeverFails() {
        JsonView view = Json.parse("{\"data\":{\"names\":[\"a\",1,\"b\"],\"none\":null}}");

        assertThat(view.at("/data/names/0").text()).contains("a");
        assertThat(view.at("/data/names").texts()).containsExactly("a", "b");
        assertThat(view.at("/data/none").kind()).isEqualTo(Kind.NULL);
        assertThat(view.at("/data/nothing/at/all").kind()).isEqualTo(Kind.MISSING);
        assertThat(view.at("").kind()).isEqualTo(Kind.OBJECT);
        assertThat(view.at("/data/names/9").kind()).isEqualTo(Kind.MISSING);
        assertThat(view.at("/data/names/00").kind()).isEqualTo(Kind.MISSING);
        assertThat(view.at("/data/names/0/").kind()).isEqualTo(Kind.MISSING);
        assertThat(Json.parse("{\"a/b\":{\"~1\":7,\"\":8}}").at("/a~1b/~01").integer())
                .hasValue(7);
        assertThat(Json.parse("{\"a/b\":{\"~1\":7,\"\":8}}").at("/a~1b/").integer())
                .hasValue(8);
        assertThat(view.at("/data/nothing").items()).isEmpty();
        assertThat(view.at("/data").fields()).containsOnlyKeys("names", "none");
    }

    @Test
    void readsQuotedNumbers() {
        JsonView view = Json.parse("{\"a\":\"12\",\"b\":12,\"c\":12.0,\"d\":\"1.5\",\"e\":\"12 apples\",\"f\":1e999}");

        assertThat(view.at("/a").integer()).hasValue(12);
        assertThat(view.at("/b").integer()).hasValue(12);
        assertThat(view.at("/c").integer()).hasValue(12);
        assertThat(view.at("/d").integer()).isEmpty();
        assertThat(view.at("/d").number()).hasValue(1.5);
        assertThat(view.at("/e").number()).isEmpty();
        assertThat(view.at("/f").number()).isEmpty();
        assertThat(view.at("/b").text()).isEmpty();
    }

    @Test
    void answersNothingForNumbersThatDoNotFit() {
        JsonView view = Json.parse("[92233720368547758070, \"9999999999999999999\", \"NaN\", true]");

        assertThat(view.at("/0").integer()).isEmpty();
        assertThat(view.at("/1").integer()).isEmpty();
        assertThat(view.at("/2").number()).isEmpty();
        assertThat(view.at("/3").flag()).contains(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>secret</html>", "{\"a\":", "{} {}", "[1,]", "NaN", "nul"})
    void saysWhereItIsNoJsonAndNotWhatIsThere(String garbage) {
        ProviderException failure = failure(garbage);

        assertThat(failure.kind()).isEqualTo(ErrorKind.BAD_REPLY);
        assertThat(failure).hasMessageMatching("the reply is no JSON at line 1, column \\d+");
        assertThat(failure.getCause()).hasMessageNotContaining("html");
    }

    @Test
    void saysThatAnEmptyReplyIsEmpty() {
        assertThat(failure("")).hasMessage("the reply is empty, expected JSON");
        assertThat(failure(" \n")).hasMessage("the reply is empty, expected JSON");
    }

    @Test
    void refusesDeepNestingAndEndlessNumbers() {
        assertThat(Json.parse("[".repeat(64) + "]".repeat(64)).items()).hasSize(1);
        assertThat(failure("[".repeat(65) + "]".repeat(65))).hasMessageContaining("nested deeper than 64");
        assertThat(failure("[".repeat(100_000))).hasMessageContaining("nested deeper than 64");
        assertThat(failure("1".repeat(100_000))).hasMessageContaining("overlong number");
    }

    @Test
    void refusesBytesThatAreNoUnicode() {
        byte[] broken = "{\"a\":\"?\"}".getBytes(StandardCharsets.ISO_8859_1);
        broken[6] = (byte) 0xff;

        assertThat(catchThrowableOfType(ProviderException.class, () -> Json.parse(broken)))
                .hasMessageStartingWith("the reply is no JSON");
    }

    /** Texts are decoded only when they are looked at. */
    @ParameterizedTest
    @ValueSource(strings = {"plain", "", "a \\\"quoted\\\" \\\\ word", "Z\\u00fcrich", "Zürich 日本 🦊", "\\n\\t\\/"})
    void readsTheSameTextsFromBytesOfEveryEncodingAsFromCharacters(String text) {
        String json = "[\"" + text + "\",{\"a\":\"" + text + "\"}]";
        String expected = Json.parse(json).at("/1/a").text().orElseThrow();

        assertThat(List.of(UTF_8, UTF_16BE, UTF_16LE, UTF_16)).allSatisfy(charset -> {
            JsonView view = Json.parse(json.getBytes(charset));
            assertThat(view.at("/0").text()).contains(expected);
            assertThat(view.at("/1/a").text()).contains(expected);
            assertThat(view.at("/1/a").kind()).isEqualTo(Kind.TEXT);
        });
        assertThat(Json.parse(("\uFEFF" + json).getBytes(UTF_8)).at("/0").text())
                .contains(expected);
    }

    @Test
    void readsNumbersAndListsOfTextsFromBytes() {
        JsonView view = Json.parse("{\"a\":\"12\",\"b\":[\"x\",1,\"y\"],\"c\":\"1.5\"}".getBytes(UTF_8));

        assertThat(view.at("/a").integer()).hasValue(12);
        assertThat(view.at("/c").number()).hasValue(1.5);
        assertThat(view.at("/b").texts()).containsExactly("x", "y");
        assertThat(view.at("/a").texts()).containsExactly("12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\q", "a\\u00g0", "a\nb", "never ends"})
    void refusesATextThatIsNoneEvenIfNobodyLooksAtIt(String text) {
        byte[] json = ("{\"a\":1,\"b\":\"" + text + (text.startsWith("never") ? "" : "\"}")).getBytes(UTF_8);

        assertThat(catchThrowableOfType(ProviderException.class, () -> Json.parse(json)))
                .hasMessageStartingWith("the reply is no JSON");
    }

    private static ProviderException failure(String json) {
        return catchThrowableOfType(ProviderException.class, () -> Json.parse(json));
    }
}
