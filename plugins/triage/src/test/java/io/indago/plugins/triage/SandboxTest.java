package io.indago.plugins.triage;

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

/** The sandbox answers in Triage's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("triage");
    private static final String URL = "http://evil-updates.com/payload.exe";

    @ParameterizedTest
    @CsvSource({
        "SHA256, badc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00d, MALICIOUS",
        "MD5, badc0ffee0ddf00dbadc0ffee0ddf00d, MALICIOUS",
        "SHA512, "
                + "badc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00d"
                + "badc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00d, MALICIOUS",
        "DOMAIN, evil-updates.com, MALICIOUS",
        "URL, " + URL + ", MALICIOUS",
        "IPV4, 185.220.101.34, MALICIOUS",
        "MD5, 44d88612fea8a8f36de82e1278abb02f, INFORMATIONAL"
    })
    void knowsItsCast(IndicatorType type, String value, VerdictClass verdict) {
        assertThat(lookup("triage", type, value).report()).get().satisfies(report -> {
            assertThat(report.verdict()).isEqualTo(verdict);
            assertThat(report.lastSeen()).isPresent();
            assertThat(report.evidence()).isNotEmpty();
        });
    }

    @Test
    void knowsNothingElse() {
        assertThat(lookup("triage", IndicatorType.IPV4, "8.8.8.8").status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void analysesTheMaliciousUrlAlone() {
        assertThat(lookup("triage-submit", IndicatorType.URL, URL).report())
                .get()
                .satisfies(report -> assertThat(report.malwareFamilies()).containsExactly("Sandboxbot"));
        assertThat(lookup("triage-submit", IndicatorType.URL, "http://a.example/")
                        .status())
                .isEqualTo(Status.ERROR);
    }

    @Test
    void asksForAKeyBeforeAnythingElse() {
        assertThat(ANSWERS.answer(HttpCall.get("https://api.tria.ge/v0", "profiles"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void keepsTheProviderHealthy() {
        try (FixtureHost host = host("triage")) {
            assertThat(host.health("triage").state()).isEqualTo(Health.State.UP);
        }
    }

    private static Outcome lookup(String provider, IndicatorType type, String value) {
        try (FixtureHost host = host(provider)) {
            return host.lookup(provider, Indicator.of(type, value)).outcome();
        }
    }

    private static FixtureHost host(String provider) {
        Map<String, String> key = Map.of("api-key", "made-up-key");
        Map<String, String> all = Map.of("api-key", "made-up-key", "poll", "1ms");
        return FixtureHost.of(new TriagePlugin(), provider.equals("triage") ? key : all)
                .replying(ANSWERS::answer);
    }
}
