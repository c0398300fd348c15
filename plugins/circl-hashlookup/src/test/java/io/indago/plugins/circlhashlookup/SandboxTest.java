package io.indago.plugins.circlhashlookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Health;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.VerdictClass;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.SandboxAnswers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox answers in hashlookup's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("circl-hashlookup");

    @ParameterizedTest
    @CsvSource({
        "SHA256, badc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00d, MALICIOUS",
        "SHA256, 275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f, INFORMATIONAL",
        "SHA1, 3395856ce81f2b7382dee72602f798b642f14140, INFORMATIONAL",
        "MD5, 44d88612fea8a8f36de82e1278abb02f, INFORMATIONAL"
    })
    void knowsItsCast(IndicatorType type, String hash, VerdictClass verdict) {
        assertThat(lookup(type, hash).report()).get().satisfies(report -> {
            assertThat(report.verdict()).isEqualTo(verdict);
            assertThat(report.evidence()).isNotEmpty();
            assertThat(report.related()).isNotEmpty();
        });
    }

    @Test
    void knowsNothingElse() {
        assertThat(lookup(IndicatorType.SHA1, "9".repeat(40)).status()).isEqualTo(Status.NO_DATA);
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
        return FixtureHost.of(new HashlookupPlugin(), Map.of()).replying(ANSWERS::answer);
    }
}
