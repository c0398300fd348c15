package io.indago.plugins.epss;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Health;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.SandboxAnswers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sandbox answers in FIRST's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("epss");

    @Test
    void knowsAVulnerability() {
        assertThat(lookup("CVE-2021-44228").report()).get().satisfies(report -> {
            assertThat(report.summary()).startsWith("94.4 % likely");
            assertThat(report.lastSeen()).isPresent();
        });
    }

    @Test
    void knowsNothingElse() {
        assertThat(lookup("CVE-2021-99999").status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void keepsTheProviderHealthy() {
        try (FixtureHost host = host()) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
        }
    }

    private static Outcome lookup(String cve) {
        try (FixtureHost host = host()) {
            return host.lookup(Indicator.of(IndicatorType.CVE, cve)).outcome();
        }
    }

    private static FixtureHost host() {
        return FixtureHost.of(new EpssPlugin(), Map.of()).replying(ANSWERS::answer);
    }
}
