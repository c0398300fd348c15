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

class CidrReaderTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.114.0/24, 203.0.114.0/24",
        "11.0.0.0/8, 11.0.0.0/8",
        "203.0.114.9/32, 203.0.114.9/32",
        "2606:4700:0:0::/32, 2606:4700::/32",
        "2606:4700::1111/128, 2606:4700::1111/128",
        "[2606:4700::]/32, 2606:4700::/32",
        "2600::/16, 2600::/16",
        "::ffff:203.0.114.0/120, ::ffff:203.0.114.0/120",
    })
    void writesAddressAndPrefixLength(String text, String value) {
        assertThat(parse(text).type()).isEqualTo(IndicatorType.CIDR);
        assertThat(parse(text).value()).isEqualTo(value);
        assertThat(warnings(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.114.9/24, 203.0.114.0/24",
        "203.0.115.255/23, 203.0.114.0/23",
        "11.255.255.255/9, 11.128.0.0/9",
        "2606:4700::1/33, 2606:4700::/33",
        "2606:4700:ffff::/33, 2606:4700:8000::/33",
    })
    void clearsHostBitsWithAWarning(String text, String value) {
        assertThat(parse(text).value()).isEqualTo(value);
        assertThat(warnings(text)).containsExactly("host-bits-masked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.114.0/33",
                "203.0.114.0/024",
                "203.0.114.0/08",
                "203.0.114.0/99999999999",
                "203.0.114/24",
                "203.0.114.256/24",
                "10/8",
                "2606:4700::/129",
                "::ffff:1.2.3.4/0128",
            })
    void refusesWhatIsNearlyANetwork(String text) {
        assertThat(refusal(text).code()).isEqualTo("invalid_cidr");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "8.0.0.0/7", "203.0.114.9/1", "::/0", "2000::/3", "fc00::/7", "2600::/15"})
    void refusesHalfTheInternet(String text) {
        assertThat(refusal(text).code()).isEqualTo("network_too_large");
    }

    @Test
    void relatesTheOnlyAddressThereIs() {
        assertThat(related("203.0.114.9/32")).containsExactly("only-address ipv4 203.0.114.9");
        assertThat(related("2606:4700::1/128")).containsExactly("only-address ipv6 2606:4700::1");
        assertThat(related("203.0.114.8/31")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "203[.]0[.]114[.]0/24, 203.0.114.0/24",
        "203.0.114.0[/]24, 203.0.114.0/24",
        "203.0.114.0／24, 203.0.114.0/24",
        "(203.0.114.0/24)., 203.0.114.0/24",
        "2606[:]4700[:][:]/32, 2606:4700::/32",
    })
    void isRefanged(String text, String value) {
        assertThat(parse(text).value()).isEqualTo(value);
        assertThat(warnings(text)).containsExactly("refanged");
    }
}
