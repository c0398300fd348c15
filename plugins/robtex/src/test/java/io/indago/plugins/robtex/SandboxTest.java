package io.indago.plugins.robtex;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Related;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.SandboxAnswers;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox answers in Robtex's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("robtex");

    @ParameterizedTest
    @CsvSource({
        "IPV4, 185.220.101.34, evil-updates.com",
        "IPV4, 8.8.8.8, dns.google",
        "DOMAIN, evil-updates.com, 185.220.101.34",
        "DOMAIN, wikipedia.org, 185.15.59.224",
        "ASN, AS64496, 185.220.101.0/24",
        "ASN, AS15169, 8.8.8.0/24"
    })
    void knowsItsCast(IndicatorType type, String value, String other) {
        assertThat(lookup(type, value).report()).get().satisfies(report -> assertThat(report.related())
                .extracting(Related::value)
                .contains(other));
    }

    @ParameterizedTest
    @CsvSource({"IPV4, 203.0.114.9", "DOMAIN, nowhere.example", "ASN, AS64500"})
    void knowsNothingElse(IndicatorType type, String value) {
        assertThat(lookup(type, value).status()).isEqualTo(Status.NO_DATA);
    }

    private static Outcome lookup(IndicatorType type, String value) {
        try (FixtureHost host = FixtureHost.of(new RobtexPlugin(), Map.of()).replying(ANSWERS::answer)) {
            return host.lookup(Indicator.of(type, value)).outcome();
        }
    }
}
