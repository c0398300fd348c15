package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RedactorTest {

    @Test
    void hidesSecretsAsTheyAreAndPercentEncoded() {
        Redactor redactor = new Redactor(List.of("p@ss word", "p@ss"));

        assertThat(redactor.redact("p@ss word, p%40ss%20word, p@ss")).isEqualTo("***, ***, ***");
    }

    @Test
    void leavesTextAloneForSecretsTooShortToBeOne() {
        assertThat(new Redactor(List.of("", "eu", "key")).redact("the key of eu"))
                .isEqualTo("the key of eu");
    }

    @Test
    void cutsOnlyWhenTheSecretsAreOut() {
        String sentence = new Redactor(List.of("s3cret")).sentence("x".repeat(297) + "s3cret\r\nand\u0000more");

        assertThat(sentence).isEqualTo("x".repeat(297) + "***…");
    }
}
