package io.indago.plugins.censys;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.VerdictClass;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.SandboxAnswers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox answers in Censys's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("censys");

    @ParameterizedTest
    @CsvSource({"185.220.101.34, MALICIOUS", "8.8.8.8, INFORMATIONAL"})
    void knowsItsCast(String address, VerdictClass verdict) {
        assertThat(lookup(address).report()).get().satisfies(report -> {
            assertThat(report.verdict()).isEqualTo(verdict);
            assertThat(report.lastSeen()).isPresent();
            assertThat(report.evidence()).isNotEmpty();
            assertThat(report.related()).isNotEmpty();
        });
    }

    @Test
    void knowsNothingElse() {
        assertThat(lookup("203.0.114.9").status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void asksForAToken() {
        HttpCall call = HttpCall.get("https://api.platform.censys.io/v3/global/asset/host", "8.8.8.8");
        assertThat(ANSWERS.answer(call).status()).isEqualTo(401);
    }

    @Test
    void keepsTheProviderHealthy() {
        try (FixtureHost host = host()) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
        }
    }

    private static Outcome lookup(String address) {
        try (FixtureHost host = host()) {
            return host.lookup(Indicator.of(IndicatorType.IPV4, address)).outcome();
        }
    }

    private static FixtureHost host() {
        return FixtureHost.of(new CensysPlugin(), Map.of("api-key", "made-up-key-of-a-test"))
                .replying(ANSWERS::answer);
    }
}
