package io.indago.indicator;

import static io.indago.indicator.Parsing.parse;
import static io.indago.indicator.Parsing.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefangTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "evil[.]com|evil.com",
                "evil(.)com|evil.com",
                "evil{.}com|evil.com",
                "evil[dot]com|evil.com",
                "evil(dot)com|evil.com",
                "evil{DOT}com|evil.com",
                "evil[ . ]com|evil.com",
                "evil [.] com|evil.com",
                "evil [dot] com|evil.com",
                "evil dot com|evil.com",
                "www dot evil dot com|www.evil.com",
                "evil\\.com|evil.com",
                "evil[\\.]com|evil.com",
                "evil[.com|evil.com",
                "evil.]com|evil.com",
                "evil[.)com|evil.com",
                "www[.]evil(.)com|www.evil.com",
                "203[.]0[.]114[.]9|203.0.114.9",
                "203.0.114[.]9|203.0.114.9",
                "203(.)0(.)114(.)9|203.0.114.9",
                "203[dot]0[dot]114[dot]9|203.0.114.9",
                "203.0.114.9.|203.0.114.9",
                "[203.0.114.9]|203.0.114.9",
                "２０３．０．１１４．９|203.0.114.9",
                "２０３。０。１１４。９|203.0.114.9",
                "203.0.\u200b114.9|203.0.114.9",
                "2001[:]db8[:][:]1|2001:db8::1",
                "2001:db8[:]:1|2001:db8::1",
                "[[:][:]1]|::1",
                "[2001:db8::1|2001:db8::1",
                "hxxp://evil.com/|http://evil.com/",
                "hxxps://evil.com/|https://evil.com/",
                "hXXp://evil.com/|http://evil.com/",
                "HXXPS://evil.com/|https://evil.com/",
                "h**p://evil.com/|http://evil.com/",
                "hxtp://evil.com/|http://evil.com/",
                "htxps://evil.com/|https://evil.com/",
                "fxp://evil.com/|ftp://evil.com/",
                "meow://evil.com/|http://evil.com/",
                "meows://evil.com/|https://evil.com/",
                "hxxp[s]://evil.com/|https://evil.com/",
                "hxxp[:]//evil.com/|http://evil.com/",
                "hxxp[://]evil[.]com|http://evil.com/",
                "http[://]evil.com/|http://evil.com/",
                "hxxp:\\\\evil[.]com\\a|http://evil.com/a",
                "hxxp:// evil[.]com/a|http://evil.com/a",
                "hxxp ://evil.com/a|http://evil.com/a",
                "http://evil[.]com/|http://evil.com/",
                "http://evil[.]com[/]a|http://evil.com/a",
                "hxxp://evil[.]com[:]8080/|http://evil.com:8080/",
                "hxxp://user[@]evil[.]com/|http://user@evil.com/",
                "hxxp://user[at]evil[.]com/|http://user@evil.com/",
                "hxxp://evil[.]com/index[.]php|http://evil.com/index.php",
                "hxxp://evil[.]com/a.b\\.c|http://evil.com/a.b/.c",
                "hxxp://evil[.]com/a [.] b|http://evil.com/a%20.%20b",
                "hxxp://evil[.]com/Ｐ|http://evil.com/%EF%BC%B0",
                "hxxp://evil[.]com/a.php,|http://evil.com/a.php",
                "hxxp://evil[.]com/Foo_(bar)|http://evil.com/Foo_(bar)",
                "(hxxp://evil[.]com/Foo_(bar))|http://evil.com/Foo_(bar)",
                "hxxp://evil[.]com/a).|http://evil.com/a",
                "<hxxp://evil[.]com/a.>|http://evil.com/a.",
                "<https://evil.com/a>|https://evil.com/a",
                "\"https://evil.com/a\"|https://evil.com/a",
                "'evil.com'|evil.com",
                "`evil.com`|evil.com",
                "“evil.com”|evil.com",
                "«evil.com»,|evil.com",
                "(evil.com)|evil.com",
                "evil.com,|evil.com",
                "evil.com;|evil.com",
                "evil.com!|evil.com",
                "evil.com)|evil.com",
                "evil.com…|evil.com",
                "\u202eevil\u2066.com\u202c|evil.com",
                "ev\u00adil[.]com|evil.com",
                "ｈｘｘｐ：／／ｅｖｉｌ．ｃｏｍ／|http://evil.com/",
                "44d88612fea8a8f36de82e1278abb02f,|44d88612fea8a8f36de82e1278abb02f",
                "\"44d88612fea8a8f36de82e1278abb02f\"|44d88612fea8a8f36de82e1278abb02f",
            })
    void undoesWhatPeopleDo(String text, String value) {
        assertThat(parse(text).value()).isEqualTo(value);
        assertThat(parse(text).original()).isEqualTo(text);
        assertThat(warnings(text)).startsWith("refanged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.com/a[.]b",
                "http://evil.com/hxxp://good[.]com",
                "http://evil.com/path,",
                "http://evil.com/a\u202eb",
                "evil.com.",
                "http://[::1]/",
                "[::1]",
            })
    void leavesAloneWhatParses(String text) {
        assertThat(warnings(text)).doesNotContain("refanged");
    }

    @ParameterizedTest
    @CsvSource({
        "evil[.]zzzz, not_public_suffix",
        "hxxp://, invalid_url",
        "[.], empty",
        "gopher[://]evil[.]com, unsupported_scheme",
        "hyyp://evil.com/, unsupported_scheme",
    })
    void saysWhatIsWrongWithTheRefangedText(String text, String code) {
        assertThat(Parsing.refusal(text).code()).isIn(code, "invalid_name");
    }
}
