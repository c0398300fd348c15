package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactorTest {

    @Test
    void hidesSecretsAsTheyAreAndPercentEncoded() {
        Redactor redactor = new Redactor(Map.of("long", "p@ss word", "short", "p@ss"));

        assertThat(redactor.redact("p@ss word, p%40ss%20word, p@ss")).isEqualTo("***, ***, ***");
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
