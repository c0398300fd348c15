package io.indago.plugins.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.IndicatorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 1.2.0.192.in-addr.arpa",
        "8.8.8.8, 8.8.8.8.in-addr.arpa",
        // The example of RFC 3596 section 2.5
        "4321:0:1:2:3:4:567:89ab, b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.0.0.0.0.1.2.3.4.ip6.arpa",
        "2001:db8::1, 1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa",
        "::, 0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.ip6.arpa",
        "fe80::, 0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.e.f.ip6.arpa",
        "1:2:3:4:5:6:192.0.2.1, 1.0.2.0.0.0.0.c.6.0.0.0.5.0.0.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.ip6.arpa",
        "::ffff:192.0.2.1, 1.0.2.0.0.0.0.c.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.ip6.arpa"
    })
    void namesItsReverseName(String text, String name) {
        assertThat(IpAddress.parse(text)).map(IpAddress::reverseName).contains(name);
    }

    @Test
    void knowsItsType() {
        assertThat(IpAddress.parse("192.0.2.1")).map(IpAddress::type).contains(IndicatorType.IPV4);
        assertThat(IpAddress.parse("2001:DB8::1")).get().satisfies(address -> {
            assertThat(address.type()).isEqualTo(IndicatorType.IPV6);
            assertThat(address.text()).isEqualTo("2001:db8::1");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "01.2.3.4",
                "1.2.3.-4",
                "1.2.3.4 ",
                "0x7f.1",
                "2130706433",
                "localhost",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4::5:6:7:8",
                "1::2::3",
                "12345::",
                "fe80::1%eth0",
                "::1.2.3.4:5",
                "::1.2.3.400",
                "1.2.3.4:80",
                "1.2.3.4::",
                "1.2.3.4::1",
                "::1.2.3.4::",
                "1:2:3:4:5:6:7:1.2.3.4",
                "g::1"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "169.254.169.254",
                "172.31.255.255",
                "192.168.0.1",
                "198.19.0.1",
                "203.0.113.7",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "fc00::1",
                "fe80::1",
                "ff02::1",
                "2001:db8::1"
            })
    void reservedNetworksContainIt(String text) {
        assertThat(IpAddress.parse(text)).map(ReservedNetworks::contain).contains(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "223.255.255.255",
                "2001:4860:4860::8888",
                "2620:fe::fe"
            })
    void reservedNetworksEndBeforeIt(String text) {
        assertThat(IpAddress.parse(text)).map(ReservedNetworks::contain).contains(false);
    }
}
