package io.indago.indicator;

import static io.indago.indicator.Parsing.PARSER;
import static io.indago.indicator.Parsing.parse;
import static io.indago.indicator.Parsing.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.indago.spi.IndicatorType;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsnReaderTest {
    @ParameterizedTest
    @CsvSource({
        "AS1, AS1",
        "as13335, AS13335",
        "As 13335, AS13335",
        "AS4199999999, AS4199999999",
        "AS1.10, AS65546",
        "AS0.1, AS1",
        "AS65535.65535, AS4294967295",
        "AS13335., AS13335",
        "(AS13335), AS13335",
        "ＡＳ１３３３５, AS13335",
    })
    void writesPlainDecimal(String text, String value) {
        assertThat(parse(text).type()).isEqualTo(IndicatorType.ASN);
        assertThat(parse(text).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"AS0", "AS0.0", "AS4294967296", "AS99999999999", "AS013335", "AS1.65536", "AS1.02", "AS1.2.3"})
    void refusesWhatIsNearlyOne(String text) {
        assertThat(refusal(text).code()).isEqualTo("invalid_asn");
    }

    @ParameterizedTest
    @CsvSource({"13335, AS13335", "1.10, AS65546", "13335., AS13335", "ASN13335, AS13335", "asn 13335, AS13335"})
    void readsANumberAloneWhereNothingElseIsExpected(String text, String value) throws InvalidIndicatorException {
        assertThat(PARSER.parse(text, Set.of(IndicatorType.ASN)).value()).isEqualTo(value);
        assertThatExceptionOfType(InvalidIndicatorException.class)
                .isThrownBy(() -> PARSER.parse(text, EnumSet.of(IndicatorType.ASN, IndicatorType.IPV4)));
    }

    @Test
    void namesTheNumberThatIsNone() {
        assertThatExceptionOfType(InvalidIndicatorException.class)
                .isThrownBy(() -> PARSER.parse("4294967296", Set.of(IndicatorType.ASN)))
                .withMessageContaining("'4294967296' looks like an AS number")
                .extracting(InvalidIndicatorException::code)
                .isEqualTo("invalid_asn");
    }
}
