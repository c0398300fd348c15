package io.indago.indicator;

import static io.indago.indicator.Parsing.parse;
import static io.indago.indicator.Parsing.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.IndicatorType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CveReaderTest {
    @ParameterizedTest
    @CsvSource({
        "cve-2021-44228, CVE-2021-44228",
        "Cve-1999-0001, CVE-1999-0001",
        "CVE–2021–44228, CVE-2021-44228",
        "CVE—2021‑44228, CVE-2021-44228",
        "CVE 2021 44228, CVE-2021-44228",
        "CVE - 2021 -  44228, CVE-2021-44228",
        "CVE\u00a02021\u00a044228, CVE-2021-44228",
        "ＣＶＥ－２０２１－４４２２８, CVE-2021-44228",
        "CVE-2021-44228., CVE-2021-44228",
        "(cve-2021-44228), CVE-2021-44228",
        "CVE-2021-1234567890123456789, CVE-2021-1234567890123456789",
    })
    void writesUpperCaseAndHyphens(String text, String value) {
        assertThat(parse(text).type()).isEqualTo(IndicatorType.CVE);
        assertThat(parse(text).value()).isEqualTo(value);
        assertThat(parse(text).reserved()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CVE-1998-1234", "CVE-0000-0000", "CVE-2021-044228", "CVE-2021-12345678901234567890"})
    void refusesWhatIsNearlyOne(String text) {
        assertThat(refusal(text).code()).isEqualTo("invalid_cve");
    }
}
