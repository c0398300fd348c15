package io.indago.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.spi.ErrorKind;
import io.indago.spi.HttpReply;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BufferedReplyTest {

    @Test
    void findsHeadersInAnyCase() {
        HttpReply reply = BufferedReply.of(429, Map.of("Retry-After", List.of("30", "60")), new byte[0]);

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("retry-after")).contains("30");
        assertThat(reply.header("etag")).isEmpty();
    }

    @Test
    void decodesTextAsTheReplySays() {
        byte[] latin = "Zürich".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(reply("text/plain; charset=\"ISO-8859-1\"; x=y", latin).text())
                .isEqualTo("Zürich");
        assertThat(reply("text/plain", latin).text()).isEqualTo("Z\uFFFDrich");
        assertThat(reply("text/plain; charset=klingon", "ü".getBytes(StandardCharsets.UTF_8))
                        .text())
                .isEqualTo("ü");
    }

    @Test
    void splitsLinesWithoutEmptyOnesAndByteOrderMark() {
        byte[] body = "\uFEFFa,b\r\n\r\nc,d\n".getBytes(StandardCharsets.UTF_8);

        assertThat(reply("text/csv", body).lines()).containsExactly("a,b", "c,d");
    }

    @Test
    void readsJsonInTheCharsetItNames() {
        byte[] latin = "{\"city\":\"Zürich\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(reply("application/json;charset=iso-8859-1", latin).json().textAt("/city", ""))
                .isEqualTo("Zürich");
    }

    @Test
    void readsEachLineAsJsonOfItsOwn() {
        byte[] body = "{\"a\":1}\r\n \r\n[2]\n".getBytes(StandardCharsets.UTF_8);

        List<JsonView> lines = reply("text/plain", body).jsonLines();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).integerAt("/a", 0)).isEqualTo(1);
        assertThat(lines.get(1).integerAt("/0", 0)).isEqualTo(2);
        assertThat(reply("text/plain", new byte[0]).jsonLines()).isEmpty();
    }

    @Test
    void saysWhichLineIsNoJsonAndNothingOfWhatIsThere() {
        HttpReply reply = reply("text/plain", "{}\n\n{\"a\":secret\n".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(reply::jsonLines)
                .hasMessage("line 3 of the reply is no readable JSON")
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.BAD_REPLY));
    }

    @Test
    void handsOutACopyOfItsBytes() {
        HttpReply reply = reply("text/plain", new byte[] {'a'});
        reply.bytes()[0] = 'b';

        assertThat(reply.text()).isEqualTo("a");
    }

    private static HttpReply reply(String type, byte[] body) {
        return BufferedReply.of(200, Map.of("content-type", List.of(type)), body);
    }
}
