package io.indago.indicator;

import static io.indago.indicator.Parsing.parse;
import static io.indago.indicator.Parsing.refusal;
import static io.indago.indicator.Parsing.related;
import static io.indago.indicator.Parsing.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.IndicatorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ',',
            quoteCharacter = '"',
            value = {
                "jane@evil.com, jane@evil.com",
                "Jane.DOE@Evil.COM, Jane.DOE@evil.com",
                "jane@evil.com., jane@evil.com",
                "jane@bücher.de, jane@xn--bcher-kva.de",
                "jane+tag@mail.evil.co.uk, jane+tag@mail.evil.co.uk",
                "o'brien@evil.com, o'brien@evil.com",
                "bounce=x!y%z&a*b-c_d^e|f~$@evil.com, bounce=x!y%z&a*b-c_d^e|f~$@evil.com",
                "jane@gov.uk, jane@gov.uk",
            })
    void keepsTheLocalPartAndWritesTheDomainAsAName(String text, String value) {
        assertThat(parse(text).type()).isEqualTo(IndicatorType.EMAIL);
        assertThat(parse(text).value()).isEqualTo(value);
        assertThat(warnings(text)).isEmpty();
    }

    @Test
    void showsTheDomainInUnicodeAndWarnsOfImitations() {
        assertThat(parse("jane@xn--bcher-kva.de").display()).isEqualTo("jane@bücher.de");
        assertThat(warnings("jane@аррӏе.com")).containsExactly("confusable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".jane@evil.com",
                "jane..doe@evil.com",
                "jane{x}doe@evil.com",
                "a?b@evil.com",
                "a#b@evil.com",
                "jäne@evil.com",
                "(jane)x@evil.com",
                "mailto:jane",
                "mailto:evil.com",
                "mailto:http://evil.com/",
                "mailto:mailto:jane@evil.com",
            })
    void refusesOtherLocalParts(String text) {
        assertThat(refusal(text).code()).isIn("invalid_email", "invalid_name");
    }

    @ParameterizedTest
    @CsvSource({
        "jane@evil.zzz, not_public_suffix",
        "jane@203.0.114.9, invalid_name",
        "jane@[203.0.114.9], invalid_name",
        "jane@evil..com, invalid_name",
        "jane@evil.com:25, missing_scheme",
    })
    void refusesOtherDomains(String text, String code) {
        assertThat(refusal(text).code()).isEqualTo(code);
    }

    @Test
    void refusesWhatIsTooLong() {
        String domain = "a.".repeat(93) + "com";
        assertThat(parse("a".repeat(64) + "@" + domain).value()).hasSize(254);
        assertThat(refusal("a".repeat(64) + "@a" + domain).code()).isEqualTo("too_long");
        assertThat(refusal("a".repeat(65) + "@evil.com").code()).isEqualTo("invalid_email");
    }

    @Test
    void relatesItsDomain() {
        assertThat(related("jane@evil.com")).containsExactly("mail-domain domain evil.com");
        assertThat(related("jane@mail.evil.com"))
                .containsExactly("mail-domain fqdn mail.evil.com", "registered-domain domain evil.com");
        assertThat(related("jane@gov.uk")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "jane[@]evil[.]com|jane@evil.com",
                "jane[at]evil[.]com|jane@evil.com",
                "jane(at)evil(dot)com|jane@evil.com",
                "jane [at] evil [dot] com|jane@evil.com",
                "jane{@}evil.com|jane@evil.com",
                "mailto:jane@evil.com|jane@evil.com",
                "MailTo:Jane[at]Evil.com|Jane@evil.com",
                "mailto:jane@evil.com?subject=Hi&cc=joe@evil.com|jane@evil.com",
                "<jane@evil.com>|jane@evil.com",
                "<mailto:jane@evil.com>|jane@evil.com",
                "'jane@evil.com'|jane@evil.com",
                "'jane@evil.com|jane@evil.com",
                "`jane@evil.com`|jane@evil.com",
                "ｊａｎｅ＠ｅｖｉｌ．ｃｏｍ|jane@evil.com",
                "jane\u200b@evil.com|jane@evil.com",
            })
    void isRefanged(String text, String value) {
        assertThat(parse(text).value()).isEqualTo(value);
        assertThat(warnings(text)).containsExactly("refanged");
    }
}
