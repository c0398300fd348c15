package io.indago.plugins.torexit;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Status;
import io.indago.spi.Health;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.SandboxAnswers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox has a list of addresses alone: one with times would be too old within a day. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("tor-exit");

    @ParameterizedTest
    @CsvSource({"185.220.101.34, HIT", "8.8.8.8, NO_DATA", "203.0.114.9, NO_DATA"})
    void knowsItsCast(String address, Status status) {
        try (FixtureHost host = host()) {
            assertThat(host.lookup(Indicator.of(IndicatorType.IPV4, address))
                            .outcome()
                            .status())
                    .isEqualTo(status);
        }
    }

    @Test
    void keepsTheProviderHealthy() {
        try (FixtureHost host = host()) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
        }
    }

    private static FixtureHost host() {
        return FixtureHost.of(new TorExitPlugin(), Map.of()).replying(ANSWERS::answer);
    }
}
