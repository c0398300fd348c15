package io.indago.plugins.pulsedive;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.SandboxAnswers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox answers in Pulsedive's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("pulsedive");

    @ParameterizedTest
    @CsvSource({
        "IPV4, 185.220.101.34, 85",
        "IPV4, 8.8.8.8, 5",
        "DOMAIN, evil-updates.com, 95",
        "DOMAIN, wikipedia.org, 5",
        "URL, http://evil-updates.com/payload.exe, 85"
    })
    void knowsItsCast(IndicatorType type, String value, int score) {
        assertThat(lookup(type, value).report()).get().satisfies(report -> {
            assertThat(report.score()).hasValue(score);
            assertThat(report.lastSeen()).isPresent();
            assertThat(report.evidence()).isNotEmpty();
        });
    }

    @Test
    void knowsNothingElse() {
        assertThat(lookup(IndicatorType.IPV4, "203.0.114.9").status()).isEqualTo(Status.NO_DATA);
    }

    private static Outcome lookup(IndicatorType type, String value) {
        try (FixtureHost host = FixtureHost.of(new PulsedivePlugin(), Map.of()).replying(ANSWERS::answer)) {
            return host.lookup(Indicator.of(type, value)).outcome();
        }
    }
}
