package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretSearchTest {
    private static final String SECRET = "k/CANARY+4711 \"?>\\";
    private static final String OTHER = "CANARY-shodan-api-key-0815";

    private final SecretSearch search = new SecretSearch(Map.of("one", SECRET, "other", OTHER));

    static Stream<String> spellings() throws JsonProcessingException {
        byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
        String percent = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        return Stream.of(
                SECRET,
                new ObjectMapper().writeValueAsString(SECRET),
                new ObjectMapper().writeValueAsString(SECRET).replace("/", "\\/"),
                percent,
                percent.replace("+", "%20"),
                percent.replace("%2F", "%2f")
                        .replace("%2B", "%2b")
                        .replace("%3F", "%3f")
                        .replace("%3E", "%3e")
                        .replace("%5C", "%5c"),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                base64("a:" + SECRET),
                base64("ab:" + SECRET + "…"),
                base64("abc:" + SECRET + ", and more"),
                URLEncoder.encode(base64("user:" + SECRET), StandardCharsets.UTF_8),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void findsItHoweverItIsSpelt(String spelling) {
        assertThat(search.in("before" + spelling + "after\n")).containsExactly("one");
    }

    @Test
    void findsAllThatAreThere() {
        assertThat(search.in(OTHER + "," + SECRET)).containsExactlyInAnyOrder("one", "other");
        assertThat(search.size()).isEqualTo(2);
    }

    @Test
    void findsNothingInCleanText() {
        assertThat(search.in("")).isEmpty();
        assertThat(search.in("CANARY-shodan-api-key-0816, k/CANARY+4711, " + base64("CANARY") + " ‹api-key› ***"))
                .isEmpty();
    }

    @Test
    void takesNoneThatCouldBeAnything() {
        assertThatThrownBy(() -> new SecretSearch(Map.of("short", "indago")))
                .hasMessage("short is too short to be told from other text");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
