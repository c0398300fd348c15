package io.indago.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    @Test
    void writesWhatJsonKnows() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("text", "a");
        members.put("number", 7);
        members.put("score", 0.5);
        members.put("flag", true);
        members.put("list", List.of("b", List.of(), Map.of("c", 1L)));
        members.put("there", Optional.of("d"));
        members.put("absent", Optional.empty());

        assertThat(HttpCall.post("https://api.example.com").json(members).body())
                .contains(
                        "{\"text\":\"a\",\"number\":7,\"score\":0.5,\"flag\":true,\"list\":[\"b\",[],{\"c\":1}],\"there\":\"d\"}");
    }

    @Test
    void letsNoTextEndItsQuotes() {
        assertThat(JsonWriter.write(Map.of("a\"b", "\\ \" \n \u0000 \u2028 \u00e4 \ud83d\ude00 \ud83d")))
                .isEqualTo("{\"a\\\"b\":\"\\\\ \\\" \\u000a \\u0000 \\u2028 \u00e4 \ud83d\ude00 \\ud83d\"}");
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThatThrownBy(() -> JsonWriter.write(Map.of("a", new Object())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no JSON can be made of a java.lang.Object");
        assertThatThrownBy(() -> JsonWriter.write(Map.of("a", Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
