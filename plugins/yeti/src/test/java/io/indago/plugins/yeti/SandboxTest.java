package io.indago.plugins.yeti;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.host.Status;
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

/** The sandbox answers in YETI's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("yeti");

    @ParameterizedTest
    @CsvSource({"IPV4, 185.220.101.34, 50", "DOMAIN, evil-updates.com, 80", "IPV4, 8.8.8.8, 5"})
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

    /** It could not show what it was told, as YETI does. */
    @Test
    void saysThatItKeepsNothing() {
        try (FixtureHost host =
                FixtureHost.ofConnector(new YetiPlugin(), settings("yeti-push")).replying(ANSWERS::answer)) {
            assertThat(host.push(Samples.enrichment(IndicatorType.IPV4, VerdictClass.MALICIOUS))
                            .failure())
                    .map(Outcome::reason)
                    .contains("YETI refused it (400): The sandbox keeps nothing");
        }
    }

    @Test
    void asksForAKeyAndAToken() {
        assertThat(ANSWERS.answer(HttpCall.post("https://yeti.example/api/v2/auth/api-token"))
                        .status())
                .isEqualTo(401);
        assertThat(ANSWERS.answer(HttpCall.post("https://yeti.example/api/v2/observables/search"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void keepsBothHealthy() {
        try (FixtureHost host =
                FixtureHost.of(new YetiPlugin(), settings("yeti")).replying(ANSWERS::answer)) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
        }
        try (FixtureHost host =
                FixtureHost.ofConnector(new YetiPlugin(), settings("yeti-push")).replying(ANSWERS::answer)) {
            assertThat(host.connectorHealth().state()).isEqualTo(Health.State.UP);
        }
    }

    private static Outcome lookup(IndicatorType type, String value) {
        try (FixtureHost host =
                FixtureHost.of(new YetiPlugin(), settings("yeti")).replying(ANSWERS::answer)) {
            return host.lookup(Indicator.of(type, value)).outcome();
        }
    }

    /** The address the host gives it in the sandbox. */
    private static Map<String, String> settings(String id) {
        return Map.of("url", "https://" + id + ".example", "api-key", "made-up-key-of-a-test");
    }
}
