package io.indago.plugins.greynoise;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.SandboxAnswers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The sandbox answers in GreyNoise's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("greynoise");

    @ParameterizedTest
    @CsvSource({
        "COMMUNITY, 185.220.101.34, 85",
        "COMMUNITY, 8.8.8.8, 0",
        "ENTERPRISE, 185.220.101.34, 85",
        "ENTERPRISE, 8.8.8.8, 0"
    })
    void knowsItsCast(Tier tier, String address, int score) {
        Outcome outcome = lookup(tier, address);

        assertThat(outcome.report()).get().satisfies(report -> {
            assertThat(report.score()).hasValue(score);
            assertThat(report.lastSeen()).isPresent();
            assertThat(report.evidence()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void knowsNothingElse(Tier tier) {
        assertThat(lookup(tier, "203.0.114.9").status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void knowsAVulnerability() {
        assertThat(lookup(Tier.ENTERPRISE, IndicatorType.CVE, "CVE-2021-44228").report())
                .get()
                .satisfies(report -> {
                    assertThat(report.score()).isEmpty();
                    assertThat(report.tags()).containsExactly("known-exploited");
                });
        assertThat(lookup(Tier.ENTERPRISE, IndicatorType.CVE, "CVE-2021-99999").status())
                .isEqualTo(Status.NO_DATA);
    }

    @Test
    void asksForAKeyWhereOneIsNeeded() {
        HttpCall vulnerability = HttpCall.get("https://api.greynoise.io/v1", "cve", "CVE-2021-44228");
        HttpCall enterprise = HttpCall.get("https://api.greynoise.io/v3", "ip", "8.8.8.8");
        HttpCall community = HttpCall.get("https://api.greynoise.io/v3", "community", "8.8.8.8");
        assertThat(ANSWERS.answer(enterprise).status()).isEqualTo(401);
        assertThat(ANSWERS.answer(vulnerability).status()).isEqualTo(401);
        assertThat(ANSWERS.answer(community).status()).isEqualTo(200);
    }

    @Test
    void keepsTheProviderHealthy() {
        try (FixtureHost host = host(Tier.COMMUNITY)) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
        }
    }

    private static Outcome lookup(Tier tier, String address) {
        return lookup(tier, IndicatorType.IPV4, address);
    }

    private static Outcome lookup(Tier tier, IndicatorType type, String value) {
        try (FixtureHost host = host(tier)) {
            return host.lookup(Indicator.of(type, value)).outcome();
        }
    }

    private static FixtureHost host(Tier tier) {
        return FixtureHost.of(new GreyNoisePlugin(), Map.of("api-key", "made-up-key-of-a-test", "tier", tier.id()))
                .replying(ANSWERS::answer);
    }
}
