package io.indago.indicator;

import static io.indago.indicator.Parsing.parse;
import static io.indago.indicator.Parsing.refusal;
import static io.indago.indicator.Parsing.related;
import static io.indago.indicator.Parsing.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP://EVIL.com|http://evil.com/",
                "http://evil.com:80/|http://evil.com/",
                "https://evil.com:443/|https://evil.com/",
                "http://evil.com:0080/|http://evil.com/",
                "http://evil.com:/|http://evil.com/",
                "https://evil.com:80/|https://evil.com:80/",
                "ftp://evil.com:21/a|ftp://evil.com/a",
                "wss://evil.com:443/a|wss://evil.com/a",
                "http:evil.com|http://evil.com/",
                "http:/evil.com|http://evil.com/",
                "http:////evil.com/a|http://evil.com/a",
                "http:\\\\evil.com\\a\\b|http://evil.com/a/b",
                "http://evil.com/a#frag|http://evil.com/a",
                "http://evil.com#@good.com/|http://evil.com/",
                "http://evil.com?x|http://evil.com/?x",
                "http://evil.com/?|http://evil.com/?",
                "http://evil.com/a/./b/../c|http://evil.com/a/c",
                "http://evil.com/../../a|http://evil.com/a",
                "http://evil.com/a/..|http://evil.com/",
                "http://evil.com/a/.|http://evil.com/a/",
                "http://evil.com/a/%2e%2E/b|http://evil.com/b",
                "http://evil.com/a//../b|http://evil.com/a/b",
                "http://evil.com//a//|http://evil.com//a//",
                "http://evil.com/%41%7e%2f|http://evil.com/A~%2F",
                "http://evil.com/%zz%|http://evil.com/%25zz%25",
                "http://evil.com/%%34%31|http://evil.com/%2541",
                "http://evil.com/a b|http://evil.com/a%20b",
                "http://evil.com/ü|http://evil.com/%C3%BC",
                "http://evil.com/{\"x\"}|http://evil.com/%7B%22x%22%7D",
                "http://evil.com/PaTh?B=2&a=1|http://evil.com/PaTh?B=2&a=1",
                "http://evil.com/?a='b'|http://evil.com/?a=%27b%27",
                "http://evil.com/?a[]=1|http://evil.com/?a[]=1",
                "http://evil.com/a[.]b|http://evil.com/a%5B.]b",
                "http://evil.com/a[%2e]b|http://evil.com/a%5B.]b",
                "http://evil.com/path.|http://evil.com/path.",
                "http://evil.com./|http://evil.com/",
                "http://bücher.de/|http://xn--bcher-kva.de/",
                "http://evil%2Ecom/|http://evil.com/",
                "http://%65vil.com/|http://evil.com/",
                "http://user:pw@evil.com/|http://user:pw@evil.com/",
                "http://us er@evil.com/|http://us%20er@evil.com/",
                "http://a@b@evil.com/|http://a%40b@evil.com/",
                "http://a:b:c@evil.com/|http://a:b%3Ac@evil.com/",
                "http://:pw@evil.com/|http://:pw@evil.com/",
                "http://@evil.com/|http://evil.com/",
                "http://:@evil.com/|http://evil.com/",
                "http://good.com@evil.com/|http://good.com@evil.com/",
                "http://good.com\\@evil.com/|http://good.com/@evil.com/",
                "https://gov.uk/|https://gov.uk/",
                "http://[2001:DB8:0::1]:8080/|http://[2001:db8::1]:8080/",
            })
    void writesTheCanonicalForm(String text, String value) {
        assertThat(parse(text).value()).isEqualTo(value);
        assertThat(parse(value).value()).isEqualTo(value);
        assertThat(warnings(text)).doesNotContain("refanged");
    }

    @Test
    void removesTabsAndLineBreaksAsBrowsersDo() {
        assertThat(parse("ht\ntp://ev\til.com/a\r\nb").value()).isEqualTo("http://evil.com/ab");
        assertThat(warnings("ht\ntp://evil.com/")).containsExactly("control-characters-removed");
    }

    @Test
    void encodesLoneSurrogatesAsTheReplacementCharacter() {
        assertThat(parse("http://evil.com/\ud800").value()).isEqualTo("http://evil.com/%EF%BF%BD");
    }

    /** Spellings of addresses inside, as server-side request forgery uses them: none may be sent as if it were public. */
    @ParameterizedTest
    @CsvSource({
        "http://169.254.169.254/latest/meta-data/, 169.254.169.254, link-local (RFC 3927)",
        "http://[::ffff:127.0.0.1]/, [::ffff:7f00:1], ipv4-mapped address: loopback (RFC 1122)",
        "http://[::ffff:7f00:1]/, [::ffff:7f00:1], ipv4-mapped address: loopback (RFC 1122)",
        "http://[::1]/, [::1], loopback (RFC 4291)",
        "http://[::]/, [::], unspecified address (RFC 4291)",
        "http://[::127.0.0.1]/, [::7f00:1], ipv4-compatible address: loopback (RFC 1122)",
        "http://[64:ff9b::7f00:1]/, [64:ff9b::7f00:1], nat64 address: loopback (RFC 1122)",
        "http://[2002:7f00:1::]/, [2002:7f00:1::], 6to4 address: loopback (RFC 1122)",
        "http://[fe80::1]/, [fe80::1], link-local (RFC 4291)",
        "http://2130706433/, 127.0.0.1, loopback (RFC 1122)",
        "http://0x7f.1/, 127.0.0.1, loopback (RFC 1122)",
        "http://0x7f000001/, 127.0.0.1, loopback (RFC 1122)",
        "http://0X7F.0.0.0x1/, 127.0.0.1, loopback (RFC 1122)",
        "http://017700000001/, 127.0.0.1, loopback (RFC 1122)",
        "http://0177.0.0.01/, 127.0.0.1, loopback (RFC 1122)",
        "http://127.1/, 127.0.0.1, loopback (RFC 1122)",
        "http://127.0.1/, 127.0.0.1, loopback (RFC 1122)",
        "http://127.0.0.1./, 127.0.0.1, loopback (RFC 1122)",
        "http://0/, 0.0.0.0, unspecified address (RFC 1122)",
        "http://0x/, 0.0.0.0, unspecified address (RFC 1122)",
        "http://10.1/, 10.0.0.1, private address (RFC 1918)",
        "http://user@127.0.0.1/, 127.0.0.1, loopback (RFC 1122)",
        "http://evil.com@127.0.0.1/, 127.0.0.1, loopback (RFC 1122)",
        "http://%31%32%37.0.0.1/, 127.0.0.1, loopback (RFC 1122)",
        "http://①②⑦.0.0.①/, 127.0.0.1, loopback (RFC 1122)",
        "http://１２７。０。０。１/, 127.0.0.1, loopback (RFC 1122)",
        "http:\\\\127.0.0.1\\, 127.0.0.1, loopback (RFC 1122)",
        "hxxp://127[.]0[.]0[.]1/, 127.0.0.1, loopback (RFC 1122)",
        "http://LOCALHOST:8080/, localhost, loopback name (RFC 6761)",
        "http://a.localhost/, a.localhost, loopback name (RFC 6761)",
        "http://metadata.google.internal/, metadata.google.internal, 'internal name (ICANN, 2024)'",
        "http://intranet/, intranet, 'private name (RFC 6762, appendix G)'",
        "http://h/, h, 'single label, not a public name'",
    })
    void reservesEverySpellingOfAnInnerHost(String text, String host, String reason) {
        ParsedIndicator parsed = parse(text);

        assertThat(parsed.original()).isEqualTo(text);
        assertThat(parsed.lookupValue()).contains("//" + host);
        assertThat(parsed.reserved()).hasValue(reason);
    }

    @Test
    void normalisesThePublicOnesJustTheSame() {
        assertThat(parse("http://0xcb.0.0162.011/x").value()).isEqualTo("http://203.0.114.9/x");
        assertThat(parse("http://3405804041/").reserved()).isEmpty();
        assertThat(parse("http://127.0.0.1.nip.io/").reserved()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gopher://evil.com/",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,x",
                "tcp://evil.com:80",
                "ldap://evil.com/a",
                "about:blank",
                "blob:https://evil.com/x",
                "java\nscript:alert(1)",
                "javascript:",
            })
    void refusesOtherSchemes(String text) {
        assertThat(refusal(text).code()).isEqualTo("unsupported_scheme");
    }

    @ParameterizedTest
    @CsvSource({
        "http://, invalid_url",
        "http:, invalid_url",
        "http:///, invalid_url",
        "http://?x, invalid_url",
        "http://user@/, invalid_url",
        "http://evil.com:65536/, invalid_url",
        "http://evil.com:8o/, invalid_url",
        "http://evil.com:99999999999999999999/, invalid_url",
        "http://[::1/, invalid_url",
        "http://[1.2.3.4]/, invalid_url",
        "http://[::1%25eth0]/, invalid_url",
        "http://[::1]x/, invalid_url",
        "http://256.256.256.256/, invalid_url",
        "http://1.2.3.4.5/, invalid_url",
        "http://4294967296/, invalid_url",
        "http://1.2.3.08/, invalid_url",
        "http://1.2.3.0xg/, not_public_suffix",
        "http://evil.zzzz/, not_public_suffix",
        "http://ev il.com/, invalid_name",
        "http://evil%00.com/, invalid_name",
        "http://evil<.com/, invalid_name",
        "http://evil%2f.com/, invalid_name",
        "http://a_b.com/, invalid_name",
        "http://../, invalid_name",
    })
    void refusesBrokenUrls(String text, String code) {
        assertThat(refusal(text).code()).isEqualTo(code);
    }

    @Test
    void relatesHostDomainAndAddress() {
        assertThat(related("http://www.evil.co.uk/a"))
                .containsExactly("host fqdn www.evil.co.uk", "registered-domain domain evil.co.uk");
        assertThat(related("http://evil.com/")).containsExactly("host domain evil.com");
        assertThat(related("http://0xcb007209/")).containsExactly("ip ipv4 203.0.114.9");
        assertThat(related("http://[::ffff:8.8.8.8]/"))
                .containsExactly("ip ipv6 ::ffff:8.8.8.8", "ipv4-mapped ipv4 8.8.8.8");
        assertThat(related("http://localhost/")).containsExactly("host fqdn localhost");
        assertThat(related("http://gov.uk/")).isEmpty();
    }

    @Test
    void displaysULabelsAndNoCredentials() {
        assertThat(parse("http://u:p@www.bücher.de:8080/ü?token=x&a=1").display())
                .isEqualTo("http://www.bücher.de:8080/%C3%BC?a=1");
    }

    @Test
    void warnsOfHostsThatImitate() {
        assertThat(warnings("https://аррӏе.com/")).containsExactly("confusable");
    }
}
