package io.indago.plugins.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CharacterStringsTest {

    static Arguments[] joins() {
        return new Arguments[] {
            Arguments.of("v=spf1 -all", "v=spf1 -all"),
            Arguments.of("\"v=spf1 -all\"", "v=spf1 -all"),
            Arguments.of("\"v=spf1 \" \"-all\"", "v=spf1 -all"),
            Arguments.of("\"v=spf1 \"\"-all\"", "v=spf1 -all"),
            Arguments.of("\"say \\\"hi\\\"\"", "say \"hi\""),
            Arguments.of("\"back\\\\slash\"", "back\\slash"),
            Arguments.of("\"a\\059b\\255\"", "a;b\u00ff"),
            Arguments.of("\"a\\256b\"", "a256b"),
            Arguments.of("\"a\\05\"", "a05"),
            Arguments.of("\"never closed", "never closed"),
            Arguments.of("\"ends in a backslash\\", "ends in a backslash\\"),
            Arguments.of("\"\"", ""),
            Arguments.of("", "")
        };
    }

    @ParameterizedTest
    @MethodSource
    void joins(String data, String text) {
        assertThat(CharacterStrings.join(data)).isEqualTo(text);
    }
}
