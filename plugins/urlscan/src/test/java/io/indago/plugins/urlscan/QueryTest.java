package io.indago.plugins.urlscan;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
    @ParameterizedTest
    @CsvSource({
        "DOMAIN, example.org, 'task.domain:\"example.org\" OR page.domain:\"example.org\"'",
        "FQDN, a.example.org, 'task.domain:\"a.example.org\" OR page.domain:\"a.example.org\"'",
        "IPV4, 203.0.114.9, 'page.ip:\"203.0.114.9\"'",
        "IPV6, 2620:fe::fe, 'page.ip:\"2620:fe::fe\"'",
        "ASN, AS64500, 'page.asn:\"AS64500\"'",
        "URL, http://a.example/?q=(x), 'task.url:\"http://a.example/?q=(x)\" OR page.url:\"http://a.example/?q=(x)\"'"
    })
    void quotesTheValue(IndicatorType type, String value, String query) {
        assertThat(Query.of(Indicator.of(type, value))).isEqualTo(query);
    }

    @Test
    void letsNoValueEndItsQuotes() {
        assertThat(Query.of(Indicator.of(IndicatorType.URL, "http://a.example/\" OR *\\")))
                .startsWith("task.url:\"http://a.example/\\\" OR *\\\\\" OR ");
    }
}
