package io.indago.indicator;

import static io.indago.indicator.Parsing.parse;
import static io.indago.indicator.Parsing.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashReaderTest {
    @Test
    void writesHashesInLowerCase() {
        assertThat(parse("44D88612FEA8A8F36DE82E1278ABB02F").value()).isEqualTo("44d88612fea8a8f36de82e1278abb02f");
    }

    @Test
    void listsWhatElseItMightBe() {
        assertThat(parse("a".repeat(32)).candidates()).containsExactly("md5", "imphash", "ja3", "ja3s");
        assertThat(parse("a".repeat(40)).candidates()).containsExactly("sha1", "certificate-fingerprint");
        assertThat(parse("a".repeat(64)).candidates()).containsExactly("sha256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD5", "SHA-1", "SHA-256", "SHA-512"})
    void refusesTheHashOfAnEmptyFile(String algorithm) throws NoSuchAlgorithmException {
        String empty =
                HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest());

        assertThat(refusal(empty).code()).isEqualTo("empty_file");
        assertThat(refusal(empty.toUpperCase(java.util.Locale.ROOT)).code()).isEqualTo("empty_file");
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 31, 33, 39, 41, 63, 65, 127, 129, 2000})
    void refusesOtherLengths(int length) {
        assertThat(refusal("a".repeat(length)))
                .hasMessageContaining("has " + length + " hexadecimal digits")
                .extracting(InvalidIndicatorException::code)
                .isEqualTo("hash_length");
    }

    @Test
    void takesNoDigitsOfOtherScripts() {
        assertThat(parse("１".repeat(32)).value()).isEqualTo("1".repeat(32));
        assertThat(refusal("١".repeat(32)).code()).isEqualTo("invalid_name");
    }
}
