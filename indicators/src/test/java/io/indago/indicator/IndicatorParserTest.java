package io.indago.indicator;

import static io.indago.indicator.Parsing.PARSER;
import static io.indago.indicator.Parsing.parse;
import static io.indago.indicator.Parsing.refusal;
import static io.indago.indicator.Parsing.warnings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorParserTest {
    private static final String MD5 = "44d88612fea8a8f36de82e1278abb02f";

    @ParameterizedTest
    @CsvSource({
        "203.0.114.9, IPV4",
        "2001:db8::1, IPV6",
        "evil.com, DOMAIN",
        "www.evil.com, FQDN",
        "https://evil.com/, URL",
        "44d88612fea8a8f36de82e1278abb02f, MD5",
        "3395856ce81f2b7382dee72602f798b642f14140, SHA1",
        "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f, SHA256",
        "cc805d5fab1fd71a4ab352a9c533e65fb2d5b885518f4e565e68847223b8e6b8"
                + "5cb48f3afad842726d99239c9e36505c64b0dc9a061d9e507d833277ada336ab, SHA512",
        "203.0.114.0/24, CIDR",
        "2606:4700::/32, CIDR",
        "Jane.Doe+x@evil.com, EMAIL",
        "CVE-2021-44228, CVE",
        "AS13335, ASN",
    })
    void detectsTheTypeAndLeavesACanonicalValueAlone(String text, IndicatorType type) {
        ParsedIndicator parsed = parse(text);

        assertThat(parsed.type()).isEqualTo(type);
        assertThat(parsed.value()).isEqualTo(text);
        assertThat(parsed.lookupValue()).isEqualTo(text);
        assertThat(parsed.display()).isEqualTo(text);
        assertThat(parsed.original()).isEqualTo(text);
        assertThat(parsed.warnings()).isEmpty();
        assertThat(parsed.candidates()).startsWith(type.id());
    }

    @Test
    void keepsTheOriginalUntouched() {
        assertThat(parse("  <hxxp://Evil[.]com>\n").original()).isEqualTo("  <hxxp://Evil[.]com>\n");
    }

    @Test
    void asksProvidersAboutTheLookupValue() {
        assertThat(parse("http://user:pw@evil.com/").indicator())
                .isEqualTo(Indicator.of(IndicatorType.URL, "http://evil.com/"));
    }

    @Test
    void keepsSecretsOutOfToString() {
        assertThat(parse("http://user:hunter2@evil.com/?token=hunter3"))
                .hasToString("ParsedIndicator[url, hxxp[://]evil[.]com/]");
    }

    @Test
    void trimsWhiteSpaceSilentlyAndInvisibleCharactersWithAWarning() {
        assertThat(warnings(" \t evil.com\r\n")).isEmpty();
        assertThat(warnings("\u200bevil.com\ufeff")).containsExactly("refanged");
        assertThat(parse("http://evil.com/\u200b").value()).isEqualTo("http://evil.com/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b", "\r\n\t"})
    void refusesNothing(String text) {
        assertThat(refusal(text).code()).isEqualTo("empty");
    }

    @Test
    void refusesWhatIsTooLongBeforeReadingIt() {
        assertThat(refusal("a".repeat(2049)))
                .hasMessageContaining("2049 characters")
                .hasMessageContaining("aaa…")
                .extracting(InvalidIndicatorException::code)
                .isEqualTo("too_long");
        assertThat(refusal("http://evil.com/" + "ü".repeat(2000)).code()).isEqualTo("too_long");
        assertThat(refusal("a.".repeat(126) + "com").code()).isEqualTo("too_long");
        assertThat(parse("a.".repeat(125) + "com").value()).hasSize(253);
        assertThat(parse("http://evil.com/" + "a".repeat(2032)).value()).hasSize(2048);
    }

    @Test
    void saysWhatAWrongTypeLooksLike() {
        assertThatExceptionOfType(InvalidIndicatorException.class)
                .isThrownBy(() -> PARSER.parse("evil.com", EnumSet.of(IndicatorType.IPV6, IndicatorType.IPV4)))
                .withMessage("'evil.com' looks like domain, expected ipv4 or ipv6")
                .extracting(InvalidIndicatorException::code)
                .isEqualTo("wrong_type");
    }

    @Test
    void tellsDomainAndHostNameApartAlsoWhenOneIsExpected() {
        assertThatExceptionOfType(InvalidIndicatorException.class)
                .isThrownBy(() -> PARSER.parse("www.evil.com", Set.of(IndicatorType.DOMAIN)));
        assertThatExceptionOfType(InvalidIndicatorException.class)
                .isThrownBy(() -> PARSER.parse("evil.com", Set.of(IndicatorType.FQDN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {MD5, "AS64496", "CVE-2024-3094", "123e4567-e89b-12d3-a456-426614174000"})
    void readsAnAmbiguousTextAsANameWhereOnlyNamesAreExpected(String text) throws InvalidIndicatorException {
        ParsedIndicator parsed = PARSER.parse(text, Set.of(IndicatorType.DOMAIN, IndicatorType.FQDN));

        assertThat(parsed.type()).isEqualTo(IndicatorType.FQDN);
        assertThat(parsed.candidates()).containsExactly("fqdn");
        assertThat(parsed.reserved()).isPresent();
    }

    /** What a text meant before there were networks, e-mail addresses, CVEs and AS numbers, it still means. */
    @ParameterizedTest
    @CsvSource({
        "cve.org, DOMAIN",
        "cve-2021-44228.evil.com, FQDN",
        "http://evil.com/CVE-2021-44228, URL",
        "cve-2021-123, FQDN",
        "CVE_2021_44228, FQDN",
        "as13335.net, DOMAIN",
        "as64496.evil.com, FQDN",
        "asn13335, FQDN",
        "as1x, FQDN",
        "AS123456789012, FQDN",
        "http://jane@evil.com/, URL",
        "http://evil.com/?to=jane@evil.com, URL",
        "hxxp://jane[@]evil[.]com/, URL",
        "http://203.0.114.0/24, URL",
        "hxxp://203[.]0[.]114[.]0/24, URL",
        "http://[2001:db8::]/32, URL",
    })
    void takesNothingForTheNewerTypesThatWasSomethingElse(String text, IndicatorType type) {
        assertThat(parse(text).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.114.0/24/, missing_scheme",
        "203.0.114.0/a, missing_scheme",
        "203.0.114.9:443/24, missing_scheme",
        "evil.com/24, missing_scheme",
        "jane@evil.com/path, missing_scheme",
        "jane@doe@evil.com, invalid_name",
        "evil.com?to=jane@evil.com, invalid_email",
        "64496, invalid_ipv4",
        "1.10, invalid_ipv4",
        "CVE-2021-44228 CVE-2021-45046, unrecognised",
        "AS1 AS2, unrecognised",
    })
    void takesNoHalfMatchForOneOfTheNewerTypes(String text, String code) {
        assertThat(refusal(text).code()).isEqualTo(code);
    }

    @Test
    void refusesToExpectNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> PARSER.parse("evil.com", Set.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "00:1b:44:11:3a:b7, a MAC address",
        "00-1B-44-11-3A-B7, a MAC address",
        "001b.4411.3ab7, a MAC address",
        "123e4567-e89b-12d3-a456-426614174000, a UUID",
        "3:AXGBicFlgVNhBGcL6wCrFQEv:AXGHsNhxLsr2C, an ssdeep hash",
        "0x52908400098527886E0F7030069857D2E4169EE7, an Ethereum address",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa, a Bitcoin address",
        "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq, a Bitcoin address",
        "t13d1516h2_8daaf6152771_b186095e22b6, a JA4 fingerprint",
        "HKLM\\Software\\Run, a registry key",
        "C:\\Windows\\evil.exe, a file path",
        "/etc/passwd, a file path",
        "\\\\server\\share, a file path",
        "Mozilla/5.0 (X11), a user agent",
    })
    void namesWhatIsNotSupportedYet(String text, String lookAlike) {
        assertThat(refusal(text))
                .hasMessageContaining("looks like " + lookAlike + ", which is not supported yet")
                .extracting(InvalidIndicatorException::code)
                .isEqualTo("unsupported_type");
    }

    @Test
    void namesHashesNotSupportedYet() {
        assertThat(refusal("a".repeat(56))).hasMessageContaining("a SHA-224 hash");
        assertThat(refusal("a".repeat(96))).hasMessageContaining("a SHA-384 hash");
        assertThat(refusal("T1" + "a".repeat(70))).hasMessageContaining("a TLSH hash");
        assertThat(refusal("ab:".repeat(19) + "ab")).hasMessageContaining("a certificate fingerprint");
    }

    @ParameterizedTest
    @CsvSource({
        "evil.com/path, missing_scheme",
        "evil[.]com/path, missing_scheme",
        "evil.com:8080, missing_scheme",
        "localhost:8080, missing_scheme",
        "203.0.114.9:443, missing_scheme",
        "//evil.com/, missing_scheme",
        "seen at evil.com today, unrecognised",
        "evil.com good.com, unrecognised",
        "javascript:alert(1), unsupported_scheme",
    })
    void saysWhatIsMissing(String text, String code) {
        assertThat(refusal(text).code()).isEqualTo(code);
    }

    @Test
    void namesTheValueWithoutItsSecretsAndControls() {
        assertThat(refusal("http://user:hunter2@evil.zzz/?token=hunter2#hunter2")
                        .getMessage())
                .doesNotContain("hunter2")
                .contains("zzz");
        assertThat(refusal("gopher://user:hunter2@evil.com/").getMessage()).doesNotContain("hunter2");
        assertThat(refusal("hxxp://user:hunter2[@]evil[.]zzz/").getMessage()).doesNotContain("hunter2");
        assertThat(refusal("\u001b[31mevil\u202e\r\nx").getMessage())
                .matches(message -> message.chars().noneMatch(Character::isISOControl))
                .doesNotContain("\u202e");
        assertThat(refusal("x ".repeat(1000)).getMessage()).hasSizeLessThan(200);
    }
}
