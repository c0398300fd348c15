package io.indago.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefangedTest {

    @ParameterizedTest
    @CsvSource({
        "IPV4, 203.0.114.9, 203[.]0[.]114[.]9",
        "URL, https://evil.example/a.exe, hxxps://evil[.]example/a[.]exe",
        "EMAIL, a.b@evil.example, a[.]b[@]evil[.]example",
        "CVE, CVE-2021-44228, CVE-2021-44228"
    })
    void leavesNothingToClickOn(IndicatorType type, String value, String shown) {
        Indicator indicator = Indicator.of(type, value);

        assertThat(Defanged.of(indicator)).isEqualTo(shown);
        assertThat(Defanged.of("seen at " + value + " 1.2", indicator)).isEqualTo("seen at " + shown + " 1.2");
    }
}
