package io.indago.plugins.xforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.host.Status;
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

/** The sandbox answers in X-Force's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("xforce");

    @ParameterizedTest
    @CsvSource({
        "IPV4, 185.220.101.34, SUSPICIOUS",
        "IPV4, 8.8.8.8, BENIGN",
        "DOMAIN, evil-updates.com, MALICIOUS",
        "URL, http://evil-updates.com/payload.exe, MALICIOUS",
        "SHA256, 275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f, MALICIOUS",
        "CVE, CVE-2021-44228, INFORMATIONAL"
    })
    void knowsItsCast(IndicatorType type, String value, VerdictClass verdict) {
        assertThat(lookup(type, value).report()).get().satisfies(report -> {
            assertThat(report.verdict()).isEqualTo(verdict);
            assertThat(report.evidence()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "IPV4, 203.0.114.9",
        "DOMAIN, example.com",
        "MD5, 00000000000000000000000000000001",
        "CVE, CVE-2021-99999"
    })
    void knowsNothingElse(IndicatorType type, String value) {
        assertThat(lookup(type, value).status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void asksForAKey() {
        assertThat(ANSWERS.answer(HttpCall.get("https://api.xforce.ibmcloud.com/ipr", "8.8.8.8"))
                        .status())
                .isEqualTo(401);
    }

    private static Outcome lookup(IndicatorType type, String value) {
        try (FixtureHost host = FixtureHost.of(
                        new XForcePlugin(), Map.of("api-key", "made-up-key", "api-password", "made-up-password"))
                .replying(ANSWERS::answer)) {
            return host.lookup(Indicator.of(type, value)).outcome();
        }
    }
}
