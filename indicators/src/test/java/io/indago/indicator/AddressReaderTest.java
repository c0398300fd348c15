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

class AddressReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "999.1.1.1",
                "1.1.1.256",
                "01.1.1.1",
                "1.1.1.010",
                "1.1.1",
                "127.1",
                "2130706433",
                "0x7f.1",
                "0x7f000001",
                "1.1.1.1.1",
                "1..1.1",
                "1.1.1.0x1",
                "evil.123",
                "1.2.3.99999999999999999999",
            })
    void takesNothingButFourDecimalOctets(String text) {
        assertThat(refusal(text).code()).isEqualTo("invalid_ipv4");
    }

    @ParameterizedTest
    @CsvSource({
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "::, ::",
        "0:0:0:0:0:0:0:1, ::1",
        "fe80::, fe80::",
        "[2606:4700::1111], 2606:4700::1111",
        "fe80::1%eth0, fe80::1",
        "[fe80::1%25en0], fe80::1",
        "::ffff:7f00:1, ::ffff:127.0.0.1",
        "::FFFF:8.8.8.8, ::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8, 64:ff9b::808:808",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304",
    })
    void writesIpv6AsRfc5952(String text, String value) {
        assertThat(parse(text).type()).isEqualTo(IndicatorType.IPV6);
        assertThat(parse(text).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1::2::3",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "12345::1",
                "::ffff:1.2.3.256",
                "::ffff:01.2.3.4",
                "1:2",
                "[2001:db8::g",
                "2001:db8::g",
                "٠٠::١",
            })
    void refusesWhatIsNearlyIpv6(String text) {
        assertThat(refusal(text).code()).isIn("invalid_ipv6", "missing_scheme", "unsupported_scheme");
    }

    @ParameterizedTest
    @CsvSource({
        "::ffff:8.8.8.8, ipv4-mapped ipv4 8.8.8.8",
        "::8.8.8.8, ipv4-compatible ipv4 8.8.8.8",
        "2002:808:808::1, 6to4 ipv4 8.8.8.8",
        "2001:0:4136:e378:8000:63bf:f7f7:f7f7, teredo ipv4 8.8.8.8",
        "64:ff9b::808:808, nat64 ipv4 8.8.8.8",
    })
    void relatesTheIpv4AddressInside(String text, String expected) {
        assertThat(related(text)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1", "::", "2606:4700::1", "8.8.8.8"})
    void relatesNothingElse(String text) {
        assertThat(related(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "9.9.9.9", "2606:4700:4700::1111", "2620:fe::fe"})
    void warnsOfPublicResolversButLetsThemPass(String text) {
        assertThat(warnings(text)).containsExactly("public-resolver");
        assertThat(parse(text).reserved()).isEmpty();
    }

    @Test
    void warnsOfAStrippedZone() {
        assertThat(warnings("fe80::1%eth0")).containsExactly("zone-stripped");
    }
}
