package io.indago.plugins.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {
    @ParameterizedTest
    @CsvSource({
        "http://a.example:81/x, URL, http://a.example:81/x",
        "203.0.114.9:8080, IPV4, 203.0.114.9",
        "203.0.114.9, IPV4, 203.0.114.9",
        "a.example:443, FQDN, a.example",
        "a.example, FQDN, a.example",
        "2620:fe::fe, IPV6, 2620:fe::fe"
    })
    void isToldByItsLooks(String written, IndicatorType type, String value) {
        assertThat(Place.of(written)).isEqualTo(new Place(type, value));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.114.9:8080, IPV4, 203.0.114.9, true",
        "203.0.114.90:8080, IPV4, 203.0.114.9, false",
        "http://c2.Example.net/gate.php, FQDN, c2.example.net, true",
        "http://c2.example.net/gate.php, DOMAIN, example.net, false",
        "bad-example.net, DOMAIN, example.net, false",
        "http://a.example, URL, http://a.example/, true",
        "http://a.example/x, URL, http://a.example/, false",
        "http://not a uri/, DOMAIN, a.example, false"
    })
    void isThatAndNotWhatMerelyContainsIt(String written, IndicatorType type, String value, boolean same) {
        assertThat(Place.of(written).is(Indicator.of(type, value))).isEqualTo(same);
    }
}
