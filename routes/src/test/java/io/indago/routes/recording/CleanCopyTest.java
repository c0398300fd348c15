package io.indago.routes.recording;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Scrubber;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanCopyTest {
    private final CleanCopy copy = new CleanCopy(new Scrubber(List.of("the-key")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"access_token\": \"a\\\\\\\"b\", \"n\": 1} | {\"access_token\": \"SCRUBBED\", \"n\": 1}",
                "{\"client-secret\":\"x\",\"Password\" : \"y\"} | {\"client-secret\":\"SCRUBBED\",\"Password\" : \"SCRUBBED\"}",
                "{\"token\": \"unfinished | {\"token\": \"SCRUBBED",
                "https://a.example/x?page=2&session_token=abc#top | https://a.example/x?page=2&session_token=SCRUBBED#top",
                "https:\\/\\/s3.example\\/f?X-Amz-Signature=0f\\u0026X-Amz-Credential=me | https:\\/\\/s3.example\\/f?X-Amz-Signature=SCRUBBED\\u0026X-Amz-Credential=SCRUBBED",
                "https://a.example/?a=1&amp;sig=zz\" | https://a.example/?a=1&amp;sig=SCRUBBED\"",
                "ftp://me:pass@h.example/ http:\\/\\/me:p@h/ | ftp://SCRUBBED@h.example/ http:\\/\\/SCRUBBED@h/",
                "jwt eyJhbGciOi.eyJzdWIiOi.c2lnbmF0 end | jwt SCRUBBED end",
                "Authorization: bearer abc123def456ghi | Authorization: bearer SCRUBBED"
            })
    void takesOutWhatLooksLikeACredential(String reply, String expected) {
        assertThat(copy.text(reply)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"signature\": \"Win32.Emotet\", \"tokens\": 12, \"token\": 7, \"token\": \"\", \"key\": \"a\"}",
                "https://evil.example/?key=search&code=5&email=a@b.example",
                "basic information, a bearer certificate",
                "first:second@third"
            })
    void leavesWhatIsTheReplysContent(String reply) {
        assertThat(copy.text(reply)).isEqualTo(reply);
    }

    @Test
    void keepsWhatIsNoTextAsItIs() {
        byte[] binary = {(byte) 0xff, 0, 1, (byte) 0xe4, (byte) 0x80};

        assertThat(copy.body(binary))
                .hasValueSatisfying(kept -> assertThat(kept).isEqualTo(binary));
        assertThat(copy.body("\u00e4 the-key \u00fc".getBytes(ISO_8859_1)))
                .hasValueSatisfying(kept -> assertThat(kept).isEqualTo("\u00e4 SCRUBBED \u00fc".getBytes(ISO_8859_1)));
        assertThat(copy.body("\u00e4 the-key".getBytes(UTF_8)))
                .hasValueSatisfying(kept -> assertThat(kept).isEqualTo("\u00e4 SCRUBBED".getBytes(UTF_8)));
    }

    @Test
    void keepsNothingThatHidesASecret() {
        assertThat(copy.body("say the-key".getBytes(UTF_16LE))).isEmpty();
        assertThat(copy.body("say nothing".getBytes(UTF_16LE))).isPresent();
    }

    @Test
    void longTextTakesNoStackAndLittleTime() {
        String text = "{\"token\": \"" + "\\\"a".repeat(300_000) + "\", \"b\": \"" + "QUJD".repeat(50_000) + "\"}";

        assertThat(copy.text(text)).startsWith("{\"token\": \"SCRUBBED\", \"b\": \"QUJD");
    }
}
