package io.indago.indicator;

import static io.indago.indicator.Parsing.PARSER;
import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.IndicatorType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;

/** What holds for every text. A refusal is always fine; any other exception fails the property. */
class ParserPropertiesTest {
    private static final String CANARY = "h4nter2";

    @Property
    void everyTextParsesOrIsRefused(@ForAll("anything") String text) {
        tryParse(text);
    }

    @Property
    void canonicalFormsAreFixedPoints(@ForAll("anything") String text) {
        tryParse(text).ifPresent(ParserPropertiesTest::assertLaws);
    }

    @Example
    void aHostThatLooksLikeAHashObeysTheLaws() {
        assertLaws(tryParse("http:44d88612fea8a8f36de82e1278abb02f").orElseThrow());
    }

    @Property
    void urlsObeyTheLaws(@ForAll("urls") String text) {
        Optional<ParsedIndicator> parsed = tryParse(text);
        Statistics.collect(parsed.isPresent());
        parsed.ifPresent(ParserPropertiesTest::assertLaws);
    }

    @Property
    void namesObeyTheLaws(@ForAll("names") String text) {
        Optional<ParsedIndicator> parsed = tryParse(text);
        Statistics.collect(parsed.isPresent());
        parsed.ifPresent(ParserPropertiesTest::assertLaws);
    }

    @Property
    void ipv6ObeysTheLaws(@ForAll("ipv6") String text) {
        ParsedIndicator parsed = tryParse(text).orElseThrow();
        assertThat(parsed.type()).isEqualTo(IndicatorType.IPV6);
        assertLaws(parsed);
    }

    @Property
    void networksObeyTheLaws(
            @ForAll("ipv4") String ipv4, @ForAll("ipv6") String ipv6, @ForAll @IntRange(max = 32) int bits) {
        for (String text : List.of(ipv4 + "/" + bits, ipv6 + "/" + 4 * bits)) {
            Optional<ParsedIndicator> parsed = tryParse(text);
            parsed.ifPresent(ParserPropertiesTest::assertLaws);
            assertThat(parsed.map(ParsedIndicator::type))
                    .isEqualTo(
                            bits < (text.contains(":") ? 4 : 8) ? Optional.empty() : Optional.of(IndicatorType.CIDR));
        }
    }

    @Property
    void aNetworkIsReservedWhenAnAddressInItIs(
            @ForAll("ipv4") String ipv4, @ForAll("ipv6") String ipv6, @ForAll @IntRange(min = 8, max = 32) int bits) {
        Map.of(ipv4, bits, ipv6, 4 * bits).forEach((address, length) -> {
            if (tryParse(address).orElseThrow().reserved().isPresent()) {
                assertThat(tryParse(address + "/" + length).orElseThrow().reserved())
                        .isPresent();
            }
        });
    }

    @Property
    void emailAddressesObeyTheLaws(@ForAll("localParts") String local, @ForAll("names") String domain) {
        Optional<ParsedIndicator> parsed = tryParse(local + "@" + domain);
        Statistics.collect(parsed.isPresent());
        parsed.ifPresent(email -> {
            assertThat(email.type()).isEqualTo(IndicatorType.EMAIL);
            assertLaws(email);
        });
    }

    @Property
    void cvesObeyTheLaws(
            @ForAll @IntRange(min = 1999, max = 9999) int year,
            @ForAll @LongRange(min = 1) long number,
            @ForAll("dashes") String dash) {
        ParsedIndicator parsed = tryParse("cVe" + dash + year + dash + String.format("%04d", number))
                .orElseThrow();
        assertThat(parsed.value()).isEqualTo(String.format("CVE-%d-%04d", year, number));
        assertLaws(parsed);
    }

    @Property
    void asNumbersObeyTheLaws(@ForAll @LongRange(min = 1, max = 0xffffffffL) long number) {
        String dotted = (number >> 16) + "." + (number & 0xffff);
        ParsedIndicator parsed = tryParse("AS" + number).orElseThrow();
        assertThat(parsed.value()).isEqualTo("AS" + number);
        assertThat(tryParse("as" + dotted).orElseThrow().value()).isEqualTo("AS" + number);
        assertLaws(parsed);
    }

    @Property
    void noSecretLeaves(
            @ForAll("hostileTail") String before,
            @ForAll("separator") String separator,
            @ForAll("secretName") String name,
            @ForAll("hostileTail") String after) {
        String text = "http://u:" + CANARY + "@evil.com/a?" + before.replace("#", "") + separator + name + "=" + CANARY
                + "&" + after;
        tryParse(text).ifPresent(parsed -> {
            assertThat(parsed.lookupValue()).doesNotContain(CANARY);
            assertThat(parsed.display()).doesNotContain(CANARY);
            assertThat(parsed.toString()).doesNotContain(CANARY);
            assertThat(parsed.warnings().toString()).doesNotContain(CANARY);
        });
    }

    private static void assertLaws(ParsedIndicator parsed) {
        assertThat(parsed.candidates()).startsWith(parsed.type().id());

        ParsedIndicator again = tryParse(parsed.value()).orElseThrow();
        assertThat(again.type()).isEqualTo(parsed.type());
        assertThat(again.value()).isEqualTo(parsed.value());
        assertThat(again.lookupValue()).isEqualTo(parsed.lookupValue());
        assertThat(again.reserved()).isEqualTo(parsed.reserved());

        ParsedIndicator sent = tryParse(parsed.lookupValue()).orElseThrow();
        assertThat(sent.value()).isEqualTo(parsed.lookupValue());
        assertThat(sent.lookupValue()).isEqualTo(parsed.lookupValue());

        ParsedIndicator defanged = tryParse(Defang.defang(parsed)).orElseThrow();
        assertThat(defanged.type()).isEqualTo(parsed.type());
        assertThat(defanged.value()).isEqualTo(parsed.lookupValue());
        String complete = Defang.defang(parsed.type(), parsed.value());
        assertThat(tryParse(complete).orElseThrow().value()).isEqualTo(parsed.value());

        assertThat(parsed.value()).matches(value -> value.chars().allMatch(c -> c > ' ' && c < 0x7f));
        assertThat(parsed.display()).matches(shown -> shown.codePoints().noneMatch(Folding::isInvisible));
        parsed.related().forEach(ParserPropertiesTest::assertLaws);
    }

    /** As what it is said to be: a host may well look like a hash. */
    private static void assertLaws(ParsedIndicator.Related related) {
        try {
            ParsedIndicator parsed = PARSER.parse(related.value(), Set.of(related.type()));
            assertThat(parsed.value()).isEqualTo(related.value());
        } catch (InvalidIndicatorException refused) {
            throw new AssertionError(related.toString(), refused);
        }
    }

    private static Optional<ParsedIndicator> tryParse(String text) {
        try {
            return Optional.of(PARSER.parse(text));
        } catch (InvalidIndicatorException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            assertThat(refused.code()).isNotBlank();
            return Optional.empty();
        }
    }

    /** What stands between white space, and some more. */
    private static Arbitrary<String> pieces(String spaced, String... more) {
        return Arbitraries.of(Stream.concat(Stream.of(spaced.replace('\n', ' ').split(" ", 0)), Stream.of(more))
                .toList());
    }

    @Provide
    Arbitrary<String> anything() {
        Arbitrary<String> unicode = Arbitraries.strings().ofMaxLength(60);
        Arbitrary<String> tokens = pieces("""
                        . [.] (dot) : [:] :// // / \\ @ [@] ? # & = ; % %2e %2F %zz [ ] ( ) { } < > \" ' , * _ - ~
                        http hxxp hxxps ftp meow evil com co.uk zzz local xn-- xn--bcher-kva bücher 1 127 0x7f 255
                        :: ffff AS1 AS CVE-2024-1234 CVE 2024 \u2013 jane@ @evil.com mailto: /24 /8 203.0.114. token \u200b \u200d \u202e \u2066 \u00ad \ufeff \ufe0f \u0000 \u001b
                        \u00a0 ． 。 １ ： ／ \u0301 ß а ı İ ﷺ \ud800 😀 44d88612fea8a8f36de82e1278abb02f""", " dot ", " ", "\t", "\r", "\n", "0".repeat(300))
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(unicode, tokens, tokens);
    }

    @Provide
    Arbitrary<String> urls() {
        return Combinators.combine(
                        Arbitraries.of("http", "https", "HTTP", "hxxp", "ftp", "wss"),
                        Arbitraries.of("", "", "u@", "u:p@", "a@b:(.)@", "\u200b:" + "[at]@"),
                        Arbitraries.of(
                                "evil.com",
                                "www.Evil.co.uk.",
                                "bücher.de",
                                "203.0.114.9",
                                "0x7f.1",
                                "[2001:DB8::1]",
                                "[::ffff:1.2.3.4]",
                                "localhost",
                                "ws_",
                                "evil.github.io",
                                "аррӏе.com"),
                        Arbitraries.of("", ":", ":80", ":443", ":8080"),
                        hostileTail())
                .as((scheme, userinfo, host, port, tail) -> scheme + "://" + userinfo + host + port + "/" + tail);
    }

    @Provide
    Arbitrary<String> hostileTail() {
        return pieces("""
                        a B / // \\ . .. %2e %2E%2e % %4 41 %25 %5B ? & = ; ;token=x &key=y token [ ] [.] [%2e] ( ) (dot)
                        {.} [/] [at] @ j@x.com \" ' < > , ! ü 😀 \u202e \ud800 | ^ ` ~ + :// hxxp""", " ", "\t").list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> label = Arbitraries.oneOf(
                Arbitraries.of("www", "evil", "_dmarc", "a--b", "-x-", "1", "xn--bcher-kva", "bücher", "faß", "пример"),
                Arbitraries.strings()
                        .withCharRange('a', 'z')
                        .numeric()
                        .ofMinLength(1)
                        .ofMaxLength(10),
                Arbitraries.strings()
                        .withCharRange('\u00c0', '\u24ff')
                        .ofMinLength(1)
                        .ofMaxLength(5));
        Arbitrary<String> suffix = Arbitraries.of(
                "com", "co.uk", "github.io", "рф", "xn--p1ai", "local", "arpa", "in-addr.arpa", "ck", "com.", "ＣＯＭ");
        return Combinators.combine(label.list().ofMaxSize(5), suffix)
                .as((labels, end) -> String.join(".", labels) + (labels.isEmpty() ? "" : ".") + end);
    }

    @Provide
    Arbitrary<String> ipv6() {
        return Arbitraries.oneOf(
                        Arbitraries.of(0, 0, 1, 0xffff), Arbitraries.integers().between(0, 0xffff))
                .list()
                .ofSize(8)
                .map(groups -> String.join(
                        ":",
                        groups.stream()
                                .map(group -> String.format("%04X", group))
                                .toList()));
    }

    @Provide
    Arbitrary<String> ipv4() {
        return Arbitraries.oneOf(
                        Arbitraries.of(0, 10, 127, 192, 168, 203, 224),
                        Arbitraries.integers().between(0, 255))
                .list()
                .ofSize(4)
                .map(octets ->
                        String.join(".", octets.stream().map(String::valueOf).toList()));
    }

    @Provide
    Arbitrary<String> localParts() {
        return pieces("a B 1 jane doe x7 . - _ + = ' * ! % & ~ | ^ $ { ` # ? ( [.] [at] < , ä \u200b")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> dashes() {
        return Arbitraries.of("-", "\u2013", "\u2014", "\u2011", " ", " - ", "\u00a0");
    }

    @Provide
    Arbitrary<String> secretName() {
        return Arbitraries.of(
                "token", "ToKeN", "api_key", "access%5Ftoken", "p%61ssword", "sid", "JSESSIONID", "e-mail");
    }

    @Provide
    Arbitrary<String> separator() {
        return Arbitraries.of("&", ";", "?", "&&", "&;");
    }
}
