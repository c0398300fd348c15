package io.indago.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedExchangeTest {

    @Test
    void isAFileAPersonCanRead() {
        RecordedExchange exchange = new RecordedExchange(
                Instant.parse("2026-11-20T10:00:00Z"),
                "POST",
                "https://api.example.com/find?key=SCRUBBED",
                Optional.of("a=b"),
                BufferedReply.of(404, Map.of("content-type", List.of("application/json")), bytes("{\"n\": 1.00}\n")),
                List.of("set-cookie"));

        assertThat(new String(exchange.write(), StandardCharsets.UTF_8)).isEqualTo("""
                        {
                          "recorded" : "2026-11-20T10:00:00Z",
                          "request" : {
                            "method" : "POST",
                            "url" : "https://api.example.com/find?key=SCRUBBED",
                            "body" : "a=b"
                          },
                          "response" : {
                            "status" : 404,
                            "headers" : {
                              "content-type" : "application/json"
                            },
                            "leftOut" : [ "set-cookie" ],
                            "jsonBody" : {"n": 1.00}
                          }
                        }
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[1.00, 1e400, 12345678901234567890123, {\"a\": 1, \"a\": 2}]",
                "{\"ä€😀\": [\"\\u00e4\\/\", {\"b\":[[ ]]}]}",
                "{\"half\": ",
                "{} {}",
                "{\"a\": 1}, \"status\": 500",
                "\"text\"",
                "12",
                "\uFEFF{\"marked\": true}",
                "<html>\u0000\u0007\r\n</html>",
                " text with space \n"
            })
    void givesBackTheBodyAsItWas(String body) throws IOException {
        assertThat(readAgain(bytes(body))).isEqualTo(bytes(body));
    }

    @Test
    void givesBackWhatIsNoText() throws IOException {
        byte[] binary = new byte[256];
        for (int i = 0; i < binary.length; i++) {
            binary[i] = (byte) i;
        }

        assertThat(readAgain(binary)).isEqualTo(binary);
    }

    @Test
    void givesBackJsonNestedTooDeepToBeEmbedded() throws IOException {
        byte[] deep = bytes("[".repeat(3000) + "]".repeat(3000));

        assertThat(readAgain(deep)).isEqualTo(deep);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"request\": {\"method\": \"GET\"}}",
                "{\"request\": {\"method\": \"GET\", \"url\": \"u\"}, \"response\": {\"statuss\": 1}}",
                "{\"request\": {\"method\": \"GET\", \"url\": \"u\"}, \"response\": {\"status\": \"1\"}}",
                "{\"request\": {\"method\": \"GET\", \"url\": \"u\"}, \"response\": {\"jsonBody\": 1}}",
                "{\"request\": {\"method\": \"GET\", \"url\": \"u\"}, \"response\": {\"base64Body\": \"*\"}}",
                "{\"request\": {\"method\": \"GET\", \"url\": \"u\"}, \"response\": {\"status\": 200"
            })
    void saysWhatIsWrongWithAFile(String file) {
        assertThatThrownBy(() -> RecordedExchange.read(bytes(file)))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("(?s).*(expected a|no JSON|no recorded exchange|no member|no object).*");
    }

    private static byte[] readAgain(byte[] body) throws IOException {
        RecordedExchange exchange = new RecordedExchange(
                Instant.EPOCH,
                "GET",
                "https://a.example/",
                Optional.empty(),
                BufferedReply.of(200, Map.of(), body),
                List.of());
        return RecordedExchange.read(exchange.write()).reply().bytes();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
