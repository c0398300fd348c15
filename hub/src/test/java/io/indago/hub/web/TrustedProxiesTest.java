package io.indago.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.hub.config.ProxyRange;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private final TrustedProxies proxies = new TrustedProxies(Stream.of("10.0.0.7", "10.1.0.0/16", "fd00:1::/64")
            .map(ProxyRange::of)
            .toList());

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.7", "10.1.255.255", "fd00:1::9", "fd00:1:0:0:0:0:0:9", "::ffff:10.0.0.7"})
    void trustsWhomIsNamed(String address) {
        assertThat(proxies.isTrusted(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.8", "10.2.0.1", "127.0.0.1", "192.168.0.1", "fd00:2::9", "::1", "unknown", "", "foo"})
    void trustsNobodyElse(String address) {
        assertThat(proxies.isTrusted(address)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.5                      | 203.0.113.5",
                "8.8.8.8, 10.9.9.9                | 10.9.9.9",
                "8.8.8.8, 10.9.9.9, 10.1.2.3      | 10.9.9.9",
                "8.8.8.8,10.9.9.9 , fd00:1::2     | 10.9.9.9",
                "10.1.2.3                         | 10.1.2.3",
                "''                               | 10.0.0.7",
                "unknown                          | 10.0.0.7",
                "8.8.8.8, _hidden                 | 10.0.0.7",
                "8.8.8.8, evil.example, 10.1.2.3  | 10.1.2.3",
                "8.8.8.8, 1.2.3.4:55              | 10.0.0.7",
                "8.8.8.8, 999.1.1.1               | 10.0.0.7",
                "2001:db8::1                      | 2001:db8::1",
            })
    void takesTheLastThatIsNoProxy(String forwardedFor, String client) {
        assertThat(proxies.client("10.0.0.7", forwardedFor)).isEqualTo(client);
    }

    @Test
    void trustsNobodyWhereNobodyIsNamed() {
        assertThat(new TrustedProxies(List.of()).isTrusted("127.0.0.1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proxy.example", "foo", "10.0.0.0/99", "10.0.0.0/x", "10.0.0.*"})
    void namesNobodyByWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> ProxyRange.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
