package io.indago.plugins.abuseipdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.VerdictClass;
import io.indago.testkit.Descriptor;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.SandboxAnswers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox answers in AbuseIPDB's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("abuseipdb");

    @ParameterizedTest
    @CsvSource({"IPV4, 185.220.101.34, MALICIOUS", "IPV6, 2a0b:f4c2::34, MALICIOUS", "IPV4, 8.8.8.8, BENIGN"})
    void knowsItsCast(IndicatorType type, String address, VerdictClass verdict) {
        assertThat(lookup(type, address).report()).get().satisfies(report -> {
            assertThat(report.verdict()).isEqualTo(verdict);
            assertThat(report.evidence()).isNotEmpty();
            assertThat(report.related()).isNotEmpty();
        });
    }

    @Test
    void knowsNothingElse() {
        assertThat(lookup(IndicatorType.IPV4, "203.0.114.9").status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void asksForAKey() {
        HttpCall call = HttpCall.get("https://api.abuseipdb.com/api/v2/check").query("ipAddress", "8.8.8.8");
        assertThat(ANSWERS.answer(call).status()).isEqualTo(401);
    }

    private static Outcome lookup(IndicatorType type, String address) {
        try (FixtureHost host = FixtureHost.of(
                        Descriptor.named("abuseipdb.yaml").plugin(), Map.of("api-key", "made-up-key-of-a-test"))
                .replying(ANSWERS::answer)) {
            return host.lookup(Indicator.of(type, address)).outcome();
        }
    }
}
