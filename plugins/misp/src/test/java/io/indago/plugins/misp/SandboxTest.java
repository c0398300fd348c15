package io.indago.plugins.misp;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Delivery;
import io.indago.spi.Delivery.Effect;
import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.VerdictClass;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Samples;
import io.indago.testkit.SandboxAnswers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The sandbox answers in MISP's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("misp");

    @ParameterizedTest
    @CsvSource({
        "IPV4, 185.220.101.34, 80",
        "IPV6, 2a0b:f4c2::34, 90",
        "CIDR, 185.220.101.0/24, 90",
        "DOMAIN, evil-updates.com, 90",
        "FQDN, mail.evil-updates.com, 90",
        "EMAIL, payroll@evil-updates.com, 90",
        "SHA512, "
                + "badc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00d"
                + "badc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00d, 90",
        "IPV4, 8.8.8.8, 10"
    })
    void knowsItsCast(IndicatorType type, String value, int score) {
        assertThat(lookup(type, value).report()).get().satisfies(report -> {
            assertThat(report.score()).hasValue(score);
            assertThat(report.references()).isNotEmpty();
        });
    }

    @Test
    void knowsNothingElse() {
        assertThat(lookup(IndicatorType.IPV4, "203.0.114.9").status()).isEqualTo(Status.NO_DATA);
    }

    @ParameterizedTest
    @EnumSource
    void takesEveryEnrichment(IndicatorType type) {
        try (FixtureHost host =
                FixtureHost.ofConnector(new MispPlugin(), settings("misp-push")).replying(ANSWERS::answer)) {
            assertThat(host.push(Samples.enrichment(type, VerdictClass.MALICIOUS))
                            .delivery())
                    .map(Delivery::effect)
                    .contains(Effect.CREATED);
        }
    }

    @Test
    void asksForAKey() {
        assertThat(ANSWERS.answer(HttpCall.get("https://misp.example/servers/getVersion"))
                        .status())
                .isEqualTo(403);
        assertThat(ANSWERS.answer(HttpCall.get("https://misp-push.example/users/view/me"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void keepsBothHealthy() {
        try (FixtureHost host =
                FixtureHost.of(new MispPlugin(), settings("misp")).replying(ANSWERS::answer)) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
        }
        try (FixtureHost host =
                FixtureHost.ofConnector(new MispPlugin(), settings("misp-push")).replying(ANSWERS::answer)) {
            assertThat(host.connectorHealth().state()).isEqualTo(Health.State.UP);
        }
    }

    private static Outcome lookup(IndicatorType type, String value) {
        try (FixtureHost host =
                FixtureHost.of(new MispPlugin(), settings("misp")).replying(ANSWERS::answer)) {
            return host.lookup(Indicator.of(type, value)).outcome();
        }
    }

    /** The address the host gives it in the sandbox. */
    private static Map<String, String> settings(String id) {
        return Map.of("url", "https://" + id + ".example", "api-key", "made-up-key-of-a-test");
    }
}
