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

class DomainReaderTest {
    @ParameterizedTest
    @CsvSource({
        "EVIL.Com, DOMAIN, evil.com",
        "evil.com., DOMAIN, evil.com",
        "evil.co.uk, DOMAIN, evil.co.uk",
        "www.evil.co.uk, FQDN, www.evil.co.uk",
        "bücher.de, DOMAIN, xn--bcher-kva.de",
        "BÜCHER.de, DOMAIN, xn--bcher-kva.de",
        "faß.de, DOMAIN, xn--fa-hia.de",
        "пример.рф, DOMAIN, xn--e1afmkfd.xn--p1ai",
        "例え。jp, DOMAIN, xn--r8jz45g.jp",
        "ｅｖｉｌ．ｃｏｍ, DOMAIN, evil.com",
        "evil.xn--p1ai, DOMAIN, evil.xn--p1ai",
        "_dmarc.evil.com, FQDN, _dmarc.evil.com",
        "a_b.evil.com, FQDN, a_b.evil.com",
        "-a-.evil.com, FQDN, -a-.evil.com",
        "r3---sn-abc.evil.com, FQDN, r3---sn-abc.evil.com",
        "ev\u200bil.com, DOMAIN, evil.com",
        "evil.github.io, DOMAIN, evil.github.io",
        "www.evil.github.io, FQDN, www.evil.github.io",
        "github.io, DOMAIN, github.io",
        "s3.amazonaws.com, FQDN, s3.amazonaws.com",
        "www.ck, DOMAIN, www.ck",
        "a.b.ck, DOMAIN, a.b.ck",
        "localhost, FQDN, localhost",
        "ws_0042, FQDN, ws_0042",
        "a.b.local, FQDN, a.b.local",
        "deadbeef, FQDN, deadbeef",
    })
    void writesNamesInLowerCaseALabels(String text, IndicatorType type, String value) {
        assertThat(parse(text).type()).isEqualTo(type);
        assertThat(parse(text).value()).isEqualTo(value);
        assertThat(parse(text).lookupValue()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "co.uk, public_suffix",
        "com, public_suffix",
        "*.co.uk, public_suffix",
        "foo.ck, public_suffix",
        "onion, public_suffix",
        "evil.zzzz, not_public_suffix",
        "report.pdf, not_public_suffix",
        "invoice.docx, not_public_suffix",
        "evil..com, invalid_name",
        "..., invalid_name",
        "ev il.com, unrecognised",
        "evil!.com, invalid_name",
        "a_b.com, invalid_name",
        "-evil.com, invalid_name",
        "evil-.com, invalid_name",
        "*.*.evil.com, invalid_name",
        "a*.evil.com, invalid_name",
        "xn--a.com, invalid_name",
        "-, invalid_name",
        "_, invalid_name",
        "xn--99999999.com, invalid_name",
        "evil\u202e.com\u0000x, not_public_suffix",
        "\u0301evil.com, invalid_name",
    })
    void refusesWhatIsNoNameToLookUp(String text, String code) {
        assertThat(refusal(text).code()).isEqualTo(code);
    }

    @Test
    void refusesALabelTooLong() {
        assertThat(refusal("a".repeat(64) + ".com").code()).isEqualTo("invalid_name");
        assertThat(parse("a".repeat(63) + ".com").type()).isEqualTo(IndicatorType.DOMAIN);
    }

    @Test
    void namesTheSuffixThatIsNone() {
        assertThat(refusal("report.pdf")).hasMessage("'report.pdf' ends in 'pdf', which is not a public suffix");
    }

    @ParameterizedTest
    @CsvSource({
        "xn--bcher-kva.de, bücher.de",
        "www.пример.рф, www.пример.рф",
        "faß.de, faß.de",
        "evil.com, evil.com",
    })
    void displaysULabels(String text, String display) {
        assertThat(parse(text).display()).isEqualTo(display);
    }

    @Test
    void displaysNoLabelWithInvisibleCharacters() {
        // A zero-width non-joiner between Persian letters is valid, and invisible
        assertThat(parse("نامه\u200cای.com").display()).isEqualTo("xn--mgba3gch31f060k.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"www.evil.com", "a.b.c.evil.com"})
    void relatesTheRegisteredDomain(String text) {
        assertThat(related(text)).containsExactly("registered-domain domain evil.com");
    }

    @Test
    void relatesTheDomainStrangersShare() {
        assertThat(related("a.evil.github.io")).containsExactly("registered-domain domain evil.github.io");
        assertThat(related("s3.amazonaws.com")).containsExactly("registered-domain domain amazonaws.com");
        assertThat(related("evil.com")).isEmpty();
        assertThat(related("a.b.local")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "*.evil.com, wildcard",
        "setup.py, file-name",
        "readme.md, file-name",
        "install.sh, file-name",
        "github.io, shared-suffix",
        "s3.amazonaws.com, shared-suffix",
        "pаypal.com, mixed-script",
        "аррӏе.com, confusable",
        "xn--80ak6aa92e.com, confusable",
        "evil[.]com, refanged",
    })
    void warns(String text, String code) {
        assertThat(warnings(text)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.com", "bücher.de", "пример.рф", "例え.jp", "www.setup.py", "faß.de", "日本語テスト.jp"})
    void doesNotWarnOfOrdinaryNames(String text) {
        assertThat(warnings(text)).isEmpty();
    }

    @Test
    void namesTheTwinOfAConfusableName() {
        assertThat(parse("аррӏе.com").warnings().get(0).text()).isEqualTo("'аррӏе' can be mistaken for 'apple'");
    }

    @Test
    void readsAWildcardAsTheNameBelow() {
        assertThat(parse("*.evil.com").value()).isEqualTo("evil.com");
        assertThat(parse("*[.]evil[.]com").value()).isEqualTo("evil.com");
    }

    @Test
    void saysThatAFileNameIsACandidate() {
        assertThat(parse("setup.py").candidates()).containsExactly("domain", "filename");
        assertThat(parse("evil.com").candidates()).containsExactly("domain");
    }
}
