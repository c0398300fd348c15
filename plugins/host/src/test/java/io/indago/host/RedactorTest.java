package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedactorTest {
    private static final String KEY = "key/+4711 \"\\z";

    @Test
    void hidesSecretsAsTheyAreAndPercentEncoded() {
        Redactor redactor = new Redactor(Map.of("long", "p@ss word", "short", "p@ss"));

        assertThat(redactor.redact("p@ss word, p%40ss%20word, p@ss")).isEqualTo("***, ***, ***");
    }

    @ParameterizedTest
    @MethodSource
    void hidesWhatAReplyMakesOfThem(String told) {
        Redactor redactor = new Redactor(Map.of("api-key", KEY));

        assertThat(redactor.finds("it is " + told)).isTrue();
        assertThat(redactor.redact("it is " + told + ", again")).isEqualTo("it is ***, again");
    }

    static Stream<String> hidesWhatAReplyMakesOfThem() {
        byte[] bytes = KEY.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                URLEncoder.encode(KEY, StandardCharsets.UTF_8),
                URLEncoder.encode(KEY, StandardCharsets.UTF_8)
                        .replace("%2F", "%2f")
                        .replace("%2B", "%2b")
                        .replace("%5C", "%5c"),
                KEY.replace("\\", "\\\\").replace("\"", "\\\""),
                KEY.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"),
                base64(KEY),
                base64("someone:" + KEY),
                base64("anyone:" + KEY + " and more"),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes));
    }

    @Test
    void hidesTheBeginningOfOneThatATextWasCutIn() {
        Redactor redactor = new Redactor(Map.of("api-key", KEY));

        assertThat(redactor.finds("it is key/+47…")).isTrue();
        assertThat(redactor.redact("it is key/+47…")).isEqualTo("it is ***…");
        assertThat(redactor.redact("it is key/+4711 \"\\z…")).isEqualTo("it is ***…");
        assertThat(redactor.redact("it is " + base64("a:" + KEY).substring(0, 12) + "…"))
                .matches("it is .{0,4}\\*\\*\\*…");
        assertThat(redactor.redact("it is key/+47")).isEqualTo("it is key/+47");
        assertThat(redactor.redact("it is a key…")).isEqualTo("it is a key…");
        assertThat(redactor.redact("…")).isEqualTo("…");
    }

    @Test
    void leavesAloneWhatOnlyLooksLikeOne() {
        Redactor redactor = new Redactor(Map.of("api-key", KEY));
        String text = base64("someone:else") + ", 6b65792f, k%2Fe, " + KEY.substring(1);

        assertThat(redactor.finds(text)).isFalse();
        assertThat(redactor.redact(text)).isEqualTo(text);
    }

    @Test
    void leavesTextAloneForSecretsTooShortToBeOne() {
        assertThat(new Redactor(Map.of("a", "", "b", "eu", "c", "key")).redact("the key of eu"))
                .isEqualTo("the key of eu");
    }

    @Test
    void cutsOnlyWhenTheSecretsAreOut() {
        String sentence =
                new Redactor(Map.of("api-key", "s3cret")).sentence("x".repeat(297) + "s3cret\r\nand\u0000more");

        assertThat(sentence).isEqualTo("x".repeat(297) + "***…");
    }

    @Test
    void namesSecretsAsTheyArePercentEncodedAndInBase64() {
        Redactor redactor = new Redactor(Map.of("user", "jane@example.com", "password", "p@ss word"));

        assertThat(redactor.name("jane@example.com/p%40ss%20word")).isEqualTo("‹user›/‹password›");
        assertThat(redactor.name("Basic " + base64("someone:p@ss word"))).isEqualTo("Basic ‹password›");
        assertThat(redactor.name("Basic " + base64("someone:else"))).isEqualTo("Basic " + base64("someone:else"));
        assertThat(redactor.name("no-secret-at-all $1")).isEqualTo("no-secret-at-all $1");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
