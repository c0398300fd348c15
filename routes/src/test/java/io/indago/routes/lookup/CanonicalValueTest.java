package io.indago.routes.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.IndicatorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalValueTest {

    @ParameterizedTest
    @CsvSource({
        "FQDN, WWW.Example.com, FQDN, www.example.com",
        "FQDN, Example.com, DOMAIN, example.com",
        "DOMAIN, www.example.com, FQDN, www.example.com",
        "IPV6, 2001:DB8:0:0::9, IPV6, 2001:db8::9",
        "CIDR, 203.0.114.7/24, CIDR, 203.0.114.0/24",
        "SHA1, AAAAAAAAAAaaaaaaaaaaAAAAAAAAAAaaaaaaaaaa, SHA1, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "URL, HTTP://Example.com:80/A?B=c#d, URL, http://example.com/A?B=c",
        "CVE, cve-2021-44228, CVE, CVE-2021-44228",
        "ASN, 64500, ASN, AS64500",
        "EMAIL, Some.One@Example.com, EMAIL, Some.One@example.com",
    })
    void isTheFormItWouldBeAskedAboutIn(IndicatorType type, String written, IndicatorType canonical, String text) {
        assertThat(CanonicalValue.of(type, written)).isEqualTo(new CanonicalValue(canonical, text));
    }

    @Test
    void whatDoesNotParseStaysAsItIs() {
        assertThat(CanonicalValue.of(IndicatorType.CIDR, "203.0.114.0 - 203.0.114.255")
                        .text())
                .isEqualTo("203.0.114.0 - 203.0.114.255");
        assertThat(CanonicalValue.of(IndicatorType.FQDN, "Printer.no-such-suffix"))
                .isEqualTo(new CanonicalValue(IndicatorType.FQDN, "printer.no-such-suffix"));
    }
}
