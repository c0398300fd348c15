package io.indago.plugins.rdap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.114.0, 203.0.114.255, 203.0.114.0/24",
        "203.0.114.9, 203.0.114.9, 203.0.114.9/32",
        "2620:fe::, 2620:fe:0:ffff:ffff:ffff:ffff:ffff, 2620:fe::/48",
        "0.0.0.0, 255.255.255.255, 0.0.0.0/0"
    })
    void isWhatLiesBetweenTwoAddresses(String first, String last, String block) {
        assertThat(Block.between(first, last)).contains(block);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.114.0, 203.0.114.254",
        "203.0.114.1, 203.0.115.0",
        "203.0.114.255, 203.0.114.0",
        "203.0.114.0, 2620:fe::",
        "203.0.114.0, once",
        "localhost, localhost"
    })
    void isNoneWhereTheAddressesAreNoBlock(String first, String last) {
        assertThat(Block.between(first, last)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "example.com",
                "cafe",
                "203.0.114.0/33",
                "2620::/129",
                "203.0.114.0/-1",
                "1.2.3",
                ":::",
                "1:2"
            })
    void refusesWhatIsNoAddressWithoutAskingAResolver(String text) {
        assertThat(Block.of(text)).isEmpty();
    }

    @Test
    void matchesWhatIsInside() {
        assertThat(Block.matches("203.0.114.0/24", "203.0.114.9")).isEqualTo(24);
        assertThat(Block.matches("203.0.114.0/24", "203.0.114.128/25")).isEqualTo(24);
        assertThat(Block.matches("203.0.114.0/24", "203.0.114.0/23")).isEqualTo(Registry.NONE);
        assertThat(Block.matches("203.0.114.0/24", "203.0.115.9")).isEqualTo(Registry.NONE);
        assertThat(Block.matches("0.0.0.0/0", "2620:fe::")).isEqualTo(Registry.NONE);
    }
}
