package io.indago.local.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a": 1}                            | {"a": 1, "b": 2}
            {"a": {"b": "x"}}                   | {"a": {"b": "x", "c": "y"}}
            {"a": ["x", "y"]}                   | {"a": ["y", "x"]}
            {"a": []}                           | {"a": []}
            {"a": [{"name": "n", "v": 1}]}      | {"a": [{"name": "m"}, {"name": "n", "v": 1}]}
            {"passwordPolicy": "b(1) and a(2)"} | {"passwordPolicy": "a(2) and b(1)"}
            """)
    void findsNone(String wanted, String found) {
        assertThat(Difference.between(json(wanted), json(found))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a": 1}                            | {"a": 2}                         | a 2 -> 1
            {"a": true}                         | {}                               | a nothing -> true
            {"a": {"b": "x"}}                   | {"a": {"b": "y"}}                | a.b "y" -> "x"
            {"a": ["x"]}                        | {"a": ["x", "y"]}                | a ["x","y"] -> ["x"]
            {"a": []}                           | {"a": ["y"]}                     | a ["y"] -> []
            {"a": [{"name": "n", "v": 1}]}      | {"a": [{"name": "n", "v": 2}]}   | a[n].v 2 -> 1
            {"a": [{"name": "n"}]}              | {"a": []}                        | a[n].name nothing -> "n"
            {"passwordPolicy": "b(1)"}          | {"passwordPolicy": "b(1) and c"} | passwordPolicy "b(1) and c" -> "b(1)"
            {"a": 1, "b": 1}                    | {"a": 2, "b": 2}                 | a 2 -> 1, b 2 -> 1
            """)
    void tells(String wanted, String found, String words) {
        assertThat(Difference.between(json(wanted), json(found))).contains(words);
    }

    @Test
    void mergesWhatIsWantedIntoWhatIsThere() {
        JsonNode found = json("{\"id\": 7, \"a\": {\"x\": 1, \"y\": 1}, \"l\": [1]}");

        assertThat(Difference.merged((ObjectNode) json("{\"a\": {\"x\": 2}, \"l\": []}"), found))
                .isEqualTo(json("{\"id\": 7, \"a\": {\"x\": 2, \"y\": 1}, \"l\": []}"));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
