package io.indago.plugins.threatminer;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.SandboxAnswers;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox answers in ThreatMiner's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("threatminer");

    @ParameterizedTest
    @CsvSource({
        "IPV4, 185.220.101.34, 40",
        "DOMAIN, evil-updates.com, 40",
        "SHA256, badc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00d, 72"
    })
    void knowsItsCast(IndicatorType type, String value, int score) {
        assertThat(lookup(type, value).report()).get().satisfies(report -> {
            assertThat(report.score()).hasValue(score);
            assertThat(report.lastSeen()).isPresent();
            assertThat(report.evidence()).isNotEmpty();
            assertThat(report.related()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"IPV4, 8.8.8.8", "DOMAIN, wikipedia.org", "MD5, 00000000000000000000000000000000"})
    void knowsNothingElse(IndicatorType type, String value) {
        assertThat(lookup(type, value).status()).isEqualTo(Status.NO_DATA);
    }

    private static Outcome lookup(IndicatorType type, String value) {
        try (FixtureHost host =
                FixtureHost.of(new ThreatMinerPlugin(), Map.of()).replying(ANSWERS::answer)) {
            return host.lookup(Indicator.of(type, value)).outcome();
        }
    }
}
