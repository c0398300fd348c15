package io.indago.routes.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "2001:db8:0:1:a:b:c:d, 2001:db8:0:1::/64",
        "2001:DB8:0:1::1, 2001:db8:0:1::/64",
        "not an address, not an address"
    })
    void isTheNetworkWhereOneHasAWholeOne(String address, String source) {
        assertThat(Source.of(address).text()).isEqualTo(source);
    }
}
