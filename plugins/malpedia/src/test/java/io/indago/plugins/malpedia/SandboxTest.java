package io.indago.plugins.malpedia;

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

/** The sandbox answers in Malpedia's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("malpedia");

    @ParameterizedTest
    @CsvSource({
        "SHA256, badc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00d",
        "MD5, badc0ffee0ddf00dbadc0ffee0ddf00d"
    })
    void knowsItsCast(IndicatorType type, String hash) {
        assertThat(lookup(type, hash).report()).get().satisfies(report -> {
            assertThat(report.score()).hasValue(90);
            assertThat(report.malwareFamilies()).containsExactly("Sandboxbot");
            assertThat(report.actors()).isNotEmpty();
            assertThat(report.evidence()).isNotEmpty();
        });
    }

    @Test
    void knowsNothingElse() {
        assertThat(lookup(IndicatorType.MD5, "44d88612fea8a8f36de82e1278abb02f").status())
                .isEqualTo(Status.NO_DATA);
    }

    @Test
    void asksForAToken() {
        HttpCall call = HttpCall.get("https://malpedia.caad.fkie.fraunhofer.de/api/check/apikey");
        assertThat(ANSWERS.answer(call).status()).isEqualTo(403);
    }

    @Test
    void keepsTheProviderHealthy() {
        try (FixtureHost host = host()) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
        }
    }

    private static Outcome lookup(IndicatorType type, String hash) {
        try (FixtureHost host = host()) {
            return host.lookup(Indicator.of(type, hash)).outcome();
        }
    }

    private static FixtureHost host() {
        return FixtureHost.of(new MalpediaPlugin(), Map.of("api-key", "made-up-key-of-a-test"))
                .replying(ANSWERS::answer);
    }
}
