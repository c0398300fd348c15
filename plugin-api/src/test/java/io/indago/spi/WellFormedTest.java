package io.indago.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WellFormedTest {

    @ParameterizedTest
    @CsvSource({
        "IPV4, 203.0.113.9",
        "IPV4, 255.255.255.255",
        "IPV6, 2001:db8::1",
        "IPV6, ::",
        "IPV6, 1:2:3:4:5:6:7:8",
        "IPV6, ::ffff:192.0.2.1",
        "DOMAIN, example.com",
        "FQDN, _dmarc.MAIL.xn--bcher-kva.example",
        "URL, http://evil.example/a?b=c#d",
        "URL, hxxp://evil[.]example/",
        "CIDR, 203.0.113.0/24",
        "CIDR, 2001:db8::/32",
        "EMAIL, Some.One+tag@mail.example.com",
        "CVE, CVE-2021-44228",
        "ASN, AS64496"
    })
    void couldBeOne(IndicatorType type, String value) {
        assertThat(WellFormed.is(type, value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "IPV4, 203.0.113",
        "IPV4, 203.0.113.",
        "IPV4, 203.0.113.9.1",
        "IPV4, 203.0.113.256",
        "IPV4, 203.0.113.09",
        "IPV4, 203.0.113.9:80",
        "IPV4, 2001:db8::1",
        "IPV6, 203.0.113.9",
        "IPV6, 12:34:56",
        "IPV6, fe80::1%eth0",
        "IPV6, 2001:db8::g",
        "FQDN, localhost",
        "FQDN, 203.0.113.9",
        "FQDN, *.example.com",
        "FQDN, example.com.",
        "FQDN, a b.example",
        "FQDN, -a.example",
        "FQDN, <script>.example",
        "FQDN, ex\u202eample.com",
        "URL, evil.example/a",
        "URL, javascript:alert(1)",
        "URL, http://evil.example/a b",
        "URL, http://evil.example/\u202e",
        "MD5, 123",
        "MD5, ''",
        "CIDR, 203.0.113.0/33",
        "CIDR, 2001:db8::/129",
        "CIDR, 203.0.113.0",
        "EMAIL, someone@localhost",
        "EMAIL, a b@example.com",
        "EMAIL, a@b@example.com",
        "CVE, CVE-21-44228",
        "ASN, AS0",
        "ASN, ASX"
    })
    void couldNot(IndicatorType type, String value) {
        assertThat(WellFormed.is(type, value)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"MD5, 32", "SHA1, 40", "SHA256, 64", "SHA512, 128"})
    void hashesAreAsLongAsTheirType(IndicatorType type, int digits) {
        assertThat(WellFormed.is(type, "aF".repeat(digits / 2))).isTrue();
        assertThat(WellFormed.is(type, "a".repeat(digits + 1))).isFalse();
        assertThat(WellFormed.is(type, "g".repeat(digits))).isFalse();
    }

    @Test
    void boundsNamesAndUrls() {
        assertThat(WellFormed.is(IndicatorType.FQDN, "a".repeat(63) + ".example"))
                .isTrue();
        assertThat(WellFormed.is(IndicatorType.FQDN, "a".repeat(64) + ".example"))
                .isFalse();
        assertThat(WellFormed.is(IndicatorType.FQDN, "a.".repeat(123) + "example"))
                .isTrue();
        assertThat(WellFormed.is(IndicatorType.FQDN, "a.".repeat(100_000) + "example"))
                .isFalse();
        assertThat(WellFormed.is(IndicatorType.URL, "http://" + "a".repeat(2_000)))
                .isTrue();
        assertThat(WellFormed.is(IndicatorType.URL, "http://" + "a".repeat(2_001)))
                .isFalse();
    }
}
