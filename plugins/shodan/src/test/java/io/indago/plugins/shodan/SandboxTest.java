package io.indago.plugins.shodan;

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
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox answers in Shodan's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("shodan");

    @ParameterizedTest
    @CsvSource({
        "true, 185.220.101.34, MALICIOUS",
        "true, 8.8.8.8, INFORMATIONAL",
        "false, 185.220.101.34, MALICIOUS",
        "false, 8.8.8.8, INFORMATIONAL"
    })
    void knowsItsCast(boolean withKey, String address, VerdictClass verdict) {
        assertThat(lookup(withKey, address).report()).get().satisfies(report -> {
            assertThat(report.verdict()).isEqualTo(verdict);
            assertThat(report.lastSeen().isPresent()).isEqualTo(withKey);
            assertThat(report.evidence()).isNotEmpty();
            assertThat(report.related()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void knowsNothingElse(boolean withKey) {
        assertThat(lookup(withKey, "203.0.114.9").status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void asksForAKeyWhereOneIsNeeded() {
        HttpCall host = HttpCall.get("https://api.shodan.io/shodan", "host", "8.8.8.8");
        assertThat(ANSWERS.answer(host).status()).isEqualTo(401);
    }

    @Test
    void keepsTheProviderHealthy() {
        try (FixtureHost host = host(true)) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
        }
    }

    private static Outcome lookup(boolean withKey, String address) {
        try (FixtureHost host = host(withKey)) {
            return host.lookup(Indicator.of(IndicatorType.IPV4, address)).outcome();
        }
    }

    private static FixtureHost host(boolean withKey) {
        return FixtureHost.of(new ShodanPlugin(), withKey ? Map.of("api-key", "made-up-key-of-a-test") : Map.of())
                .replying(ANSWERS::answer);
    }
}
