package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubberTest {
    private static final String SECRET = "kÄ/9+\"x\\&y z";

    private final Scrubber scrubber = new Scrubber(List.of(SECRET, "alice@corp.example"));

    @Test
    void findsASecretHoweverItIsWritten() {
        String percent = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        for (String written : List.of(
                SECRET,
                percent,
                percent.replace("+", "%20"),
                percent.toLowerCase(),
                "kÄ\\/9+\\\"x\\\\&y z",
                "k\\u00c4/9\\u002B\\u0022x\\\\\\u0026y z",
                "kÄ/9+\"x\\&amp;y z",
                HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.UTF_8)),
                HexFormat.of().withUpperCase().formatHex(SECRET.getBytes(StandardCharsets.UTF_8)))) {
            assertThat(scrubber.finds(written)).as(written).isTrue();
            assertThat(scrubber.scrub("a " + written + " b")).isEqualTo("a SCRUBBED b");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u:", "us:", "use:", "user:"})
    void findsItInBase64WhateverStandsAroundIt(String before) {
        for (String after : List.of("", "1", "22", "333")) {
            byte[] text = (before + SECRET + after).getBytes(StandardCharsets.UTF_8);
            for (String written : List.of(
                    Base64.getEncoder().encodeToString(text),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(text),
                    URLEncoder.encode(Base64.getEncoder().encodeToString(text), StandardCharsets.UTF_8),
                    Base64.getEncoder().encodeToString(text).replace("/", "\\/"))) {
                String clean = scrubber.scrub("Basic " + written + "\"");
                assertThat(clean).as(written).startsWith("Basic ").endsWith("SCRUBBED\"");
                assertThat(clean.length()).as(clean).isLessThan(30);
                assertThat(scrubber.finds(clean)).isFalse();
            }
        }
    }

    @Test
    void takesOutEverySecretEveryTime() {
        assertThat(scrubber.scrub(SECRET + SECRET + ",alice%40corp.example")).isEqualTo("SCRUBBEDSCRUBBED,SCRUBBED");
    }

    @Test
    void leavesNoHalfOfAnEscape() {
        assertThat(new Scrubber(List.of("ends\\")).scrub("{\"a\": \"ends\\\\\"}"))
                .isEqualTo("{\"a\": \"SCRUBBED\"}");
    }

    @Test
    void leavesEverythingElseAsItIs() {
        String reply = "{\"key\": \"k\", \"text\": \"kÄ/9\", \"b\": \"dXNlcjpwYXNz\"}";

        assertThat(scrubber.finds(reply)).isFalse();
        assertThat(scrubber.scrub(reply)).isEqualTo(reply);
        assertThat(new Scrubber(List.of("abc")).scrub("abc")).isEqualTo("abc");
    }
}
