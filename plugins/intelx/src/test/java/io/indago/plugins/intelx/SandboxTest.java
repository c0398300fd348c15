package io.indago.plugins.intelx;

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

/** The sandbox answers in Intelligence X's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("intelx");

    @ParameterizedTest
    @CsvSource({
        "2.intelx.io, DOMAIN, evil-updates.com, 2",
        "free.intelx.io, URL, http://evil-updates.com/payload.exe, 2",
        "2.intelx.io, IPV4, 185.220.101.34, 1",
        "2.intelx.io, CIDR, 185.220.101.0/24, 1",
        "2.intelx.io, EMAIL, payroll@evil-updates.com, 1"
    })
    void knowsItsCast(String host, IndicatorType type, String value, String records) {
        assertThat(lookup(host, type, value).report()).get().satisfies(report -> {
            assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
            assertThat(report.evidence().get(0).value()).contains(records);
            assertThat(report.lastSeen()).isPresent();
        });
    }

    @Test
    void knowsNothingElse() {
        assertThat(lookup("2.intelx.io", IndicatorType.IPV4, "8.8.8.8").status())
                .isEqualTo(Status.NO_DATA);
    }

    @Test
    void asksForAKeyBeforeAnythingElse() {
        assertThat(ANSWERS.answer(HttpCall.get("https://2.intelx.io", "authenticate", "info"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void keepsTheProviderHealthy() {
        try (FixtureHost host = host("2.intelx.io")) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
        }
    }

    private static Outcome lookup(String name, IndicatorType type, String value) {
        try (FixtureHost host = host(name)) {
            return host.lookup(Indicator.of(type, value)).outcome();
        }
    }

    private static FixtureHost host(String name) {
        return FixtureHost.of(new IntelxPlugin(), Map.of("api-key", "made-up-key", "host", name, "poll", "1ms"))
                .replying(ANSWERS::answer);
    }
}
