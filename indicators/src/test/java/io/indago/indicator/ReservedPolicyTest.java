package io.indago.indicator;

import static io.indago.indicator.Parsing.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.indago.spi.IndicatorType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedPolicyTest {
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, unspecified address (RFC 1122)",
        "0.1.2.3, this network (RFC 791)",
        "10.0.0.0, private address (RFC 1918)",
        "10.255.255.255, private address (RFC 1918)",
        "172.16.0.1, private address (RFC 1918)",
        "172.31.255.255, private address (RFC 1918)",
        "192.168.1.1, private address (RFC 1918)",
        "100.64.0.1, carrier-grade NAT (RFC 6598)",
        "100.127.255.255, carrier-grade NAT (RFC 6598)",
        "127.0.0.1, loopback (RFC 1122)",
        "127.255.255.255, loopback (RFC 1122)",
        "169.254.169.254, link-local (RFC 3927)",
        "192.0.0.8, protocol assignments (RFC 6890)",
        "192.0.2.1, documentation (RFC 5737)",
        "198.51.100.1, documentation (RFC 5737)",
        "203.0.113.255, documentation (RFC 5737)",
        "198.18.0.1, benchmarking (RFC 2544)",
        "198.19.255.255, benchmarking (RFC 2544)",
        "224.0.0.1, multicast (RFC 5771)",
        "239.255.255.255, multicast (RFC 5771)",
        "240.0.0.1, reserved for future use (RFC 1112)",
        "255.255.255.255, broadcast (RFC 919)",
        "::, unspecified address (RFC 4291)",
        "::1, loopback (RFC 4291)",
        "fc00::1, unique local address (RFC 4193)",
        "fdff::1, unique local address (RFC 4193)",
        "fe80::1, link-local (RFC 4291)",
        "febf::1, link-local (RFC 4291)",
        "fec0::1, site-local (RFC 3879)",
        "ff02::1, multicast (RFC 4291)",
        "2001:db8::1, documentation (RFC 3849)",
        "3fff:fff::1, documentation (RFC 9637)",
        "2001:2::1, benchmarking (RFC 5180)",
        "100::1, discard-only (RFC 6666)",
        "64:ff9b:1::1, local NAT64 (RFC 8215)",
        "5f00::1, segment routing (RFC 9602)",
        "::ffff:127.0.0.1, ipv4-mapped address: loopback (RFC 1122)",
        "::10.0.0.1, ipv4-compatible address: private address (RFC 1918)",
        "2002:a00:1::1, 6to4 address: private address (RFC 1918)",
        "2001::f5ff:fffe, teredo address: private address (RFC 1918)",
        "64:ff9b::a9fe:a9fe, nat64 address: link-local (RFC 3927)",
        "localhost, loopback name (RFC 6761)",
        "a.localhost, loopback name (RFC 6761)",
        "printer.local, multicast DNS name (RFC 6762)",
        "db.internal, internal name (ICANN 2024)",
        "nas.home.arpa, home network name (RFC 8375)",
        "a.test, test name (RFC 6761)",
        "www.a.example, example name (RFC 6761)",
        "a.invalid, invalid name (RFC 6761)",
        "expyuzz4wqqyqhjn.onion, onion name (RFC 7686)",
        "nas.lan, private name (RFC 6762 appendix G)",
        "dc01.corp, private name (RFC 6762 appendix G)",
        "intranet, private name (RFC 6762 appendix G)",
        "ws-0042, single label - not a public name",
        "WS_0042, single label - not a public name",
        "10.0.0.0/8, private address (RFC 1918)",
        "10.1.2.0/24, private address (RFC 1918)",
        "172.0.0.0/8, overlaps private address (RFC 1918)",
        "192.0.0.0/16, overlaps protocol assignments (RFC 6890)",
        "192.0.2.128/25, documentation (RFC 5737)",
        "255.0.0.0/8, reserved for future use (RFC 1112)",
        "fd00::/16, unique local address (RFC 4193)",
        "2001::/16, overlaps benchmarking (RFC 5180)",
        "::ffff:10.0.0.0/104, ipv4-mapped address: private address (RFC 1918)",
        "2002::/16, 6to4 address: overlaps unspecified address (RFC 1122)",
        "2002:a00::/24, 6to4 address: private address (RFC 1918)",
        "2001:0:1::/48, teredo address: overlaps unspecified address (RFC 1122)",
        "2001::f5ff:ff00/120, teredo address: private address (RFC 1918)",
        "jane@localhost, loopback name (RFC 6761)",
        "jane@mail.evil.example, example name (RFC 6761)",
        "jane@dc01, single label - not a public name",
        "AS23456, AS_TRANS (RFC 6793)",
        "AS64496, documentation (RFC 5398)",
        "AS64511, documentation (RFC 5398)",
        "AS64512, private AS number (RFC 6996)",
        "AS65534, private AS number (RFC 6996)",
        "AS65535, last 16-bit AS number (RFC 7300)",
        "AS65536, documentation (RFC 5398)",
        "AS1.15, documentation (RFC 5398)",
        "AS4200000000, private AS number (RFC 6996)",
        "AS4294967294, private AS number (RFC 6996)",
        "AS4294967295, last 32-bit AS number (RFC 7300)",
        "1.0.0.10.in-addr.arpa, private address (RFC 1918)",
        "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.e.f.ip6.arpa, link-local (RFC 4291)",
    })
    void saysWhyItMustNotLeave(String text, String reason) {
        // Commas are CSV's
        assertThat(parse(text)
                        .reserved()
                        .orElseThrow()
                        .replace(", 2024", " 2024")
                        .replace(", app", " app")
                        .replace("label, not", "label - not"))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "203.0.112.255",
                "203.0.114.0",
                "223.255.255.255",
                "2001:db7:ffff::",
                "2001:db9::",
                "fbff::1",
                "fe00::1",
                "2606:4700::1",
                "::ffff:203.0.114.9",
                "example.com",
                "local.com",
                "notlocal.evil.com",
                "4.3.2.1.in-addr.arpa",
                "9.0.0.0/8",
                "11.0.0.0/8",
                "203.0.112.0/24",
                "203.0.114.0/24",
                "2600::/16",
                "::ffff:203.0.114.0/120",
                "2002:cb00:7200::/40",
                "jane@example.com",
                "localhost@evil.com",
                "AS23455",
                "AS23457",
                "AS64495",
                "AS65552",
                "AS4199999999",
                "CVE-2021-44228",
            })
    void letsWhatIsPublicLeave(String text) {
        assertThat(parse(text).reserved()).isEmpty();
    }

    @Test
    void addsTheOrganisationsOwn() throws InvalidIndicatorException {
        IndicatorParser parser = new IndicatorParser(ReservedPolicy.of(
                List.of("Corp.com", "bücher.de", "acme"), List.of("203.0.114.0/24", "2606:4700::/32", "9.9.9.9")));

        assertThat(parser.parse("corp.com").reserved()).hasValue("own domain corp.com");
        assertThat(parser.parse("a.b.corp.com").reserved()).hasValue("own domain corp.com");
        assertThat(parser.parse("notcorp.com").reserved()).isEmpty();
        assertThat(parser.parse("www.xn--bcher-kva.de").reserved()).hasValue("own domain xn--bcher-kva.de");
        assertThat(parser.parse("dc01.acme").reserved()).hasValue("own domain acme");
        assertThat(parser.parse("203.0.114.77").reserved()).hasValue("own range 203.0.114.0/24");
        assertThat(parser.parse("9.9.9.9").reserved()).hasValue("own range 9.9.9.9");
        assertThat(parser.parse("2606:4700::1").reserved()).hasValue("own range 2606:4700::/32");
        assertThat(parser.parse("::ffff:203.0.114.9").reserved())
                .hasValue("ipv4-mapped address: own range 203.0.114.0/24");
        assertThat(parser.parse("https://www.corp.com/").reserved()).hasValue("own domain corp.com");
        assertThat(parser.parse("http://3405804041/").reserved()).hasValue("own range 203.0.114.0/24");
        assertThat(parser.parse("10.0.0.1").reserved()).hasValue("private address (RFC 1918)");
        assertThat(parser.parse("203.0.114.0/28").reserved()).hasValue("own range 203.0.114.0/24");
        assertThat(parser.parse("203.0.114.0/23").reserved()).hasValue("overlaps own range 203.0.114.0/24");
        assertThat(parser.parse("9.9.9.0/24").reserved()).hasValue("overlaps own range 9.9.9.9");
        assertThat(parser.parse("9.9.8.0/24").reserved()).isEmpty();
        assertThat(parser.parse("::ffff:203.0.114.0/124").reserved())
                .hasValue("ipv4-mapped address: own range 203.0.114.0/24");
        assertThat(parser.parse("Jane@Corp.com").reserved()).hasValue("own domain corp.com");
        assertThat(parser.parse("jane@mail.xn--bcher-kva.de").reserved()).hasValue("own domain xn--bcher-kva.de");
        assertThat(parser.parse("corp.com@evil.com").reserved()).isEmpty();
    }

    @Test
    void letsNamesBelowAnOwnUnknownSuffixParse() throws InvalidIndicatorException {
        IndicatorParser parser = new IndicatorParser(ReservedPolicy.of(List.of("acme"), List.of()));

        assertThat(parser.parse("x.dc01.acme").type()).isEqualTo(IndicatorType.FQDN);
        assertThat(parser.parse("x.dc01.acme").related()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*.corp.com", "corp..com", "corp com", "10.0.0.1", "http://corp.com"})
    void refusesABadOwnDomainNamingIt(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReservedPolicy.of(List.of(entry), List.of()))
                .withMessageContaining("'" + entry + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0/33",
                "10.0.0.1/8",
                "10.0.0/8",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "2001:db8::/129",
                "2001:db8::1/32",
                "corp.com"
            })
    void refusesABadOwnRangeNamingIt(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReservedPolicy.of(List.of(), List.of(entry)))
                .withMessageContaining("'" + entry + "'");
    }
}
