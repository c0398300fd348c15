package io.indago.plugins.opencti;

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

/** The sandbox answers in OpenCTI's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("opencti");

    @ParameterizedTest
    @CsvSource({"IPV4, 185.220.101.34, 65", "DOMAIN, evil-updates.com, 85"})
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

    @Test
    void isToldTheCast() {
        try (FixtureHost host = FixtureHost.ofConnector(new OpenCtiPlugin(), settings("opencti-push"))
                .replying(ANSWERS::answer)) {
            assertThat(host.push(Samples.enrichment(IndicatorType.IPV4, VerdictClass.MALICIOUS))
                            .delivery())
                    .map(Delivery::effect)
                    .contains(Effect.CREATED);
        }
    }

    @Test
    void asksForAToken() {
        assertThat(ANSWERS.answer(
                                HttpCall.post("https://opencti.example/graphql").json("{}"))
                        .text())
                .contains("AUTH_REQUIRED");
    }

    @Test
    void keepsBothHealthy() {
        try (FixtureHost host =
                FixtureHost.of(new OpenCtiPlugin(), settings("opencti")).replying(ANSWERS::answer)) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
        }
        try (FixtureHost host = FixtureHost.ofConnector(new OpenCtiPlugin(), settings("opencti-push"))
                .replying(ANSWERS::answer)) {
            assertThat(host.connectorHealth().state()).isEqualTo(Health.State.UP);
        }
    }

    private static Outcome lookup(IndicatorType type, String value) {
        try (FixtureHost host =
                FixtureHost.of(new OpenCtiPlugin(), settings("opencti")).replying(ANSWERS::answer)) {
            return host.lookup(Indicator.of(type, value)).outcome();
        }
    }

    /** The address the host gives it in the sandbox. */
    private static Map<String, String> settings(String id) {
        return Map.of("url", "https://" + id + ".example", "token", "made-up-token-of-a-test");
    }
}
