package io.indago.plugins.otx;

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

/** The sandbox answers in OTX's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("alienvault-otx");

    @ParameterizedTest
    @CsvSource({
        "IPV4, 185.220.101.34, 75, Sandboxbot",
        "IPV4, 8.8.8.8, 5, ''",
        "DOMAIN, evil-updates.com, 75, Sandboxbot",
        "DOMAIN, wikipedia.org, 5, ''",
        "URL, http://evil-updates.com/payload.exe, 75, Sandboxbot",
        "SHA256, badc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00d, 75, Sandboxbot",
        "SHA256, 275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f, 75, ''",
        "SHA1, 3395856ce81f2b7382dee72602f798b642f14140, 75, ''",
        "MD5, 44d88612fea8a8f36de82e1278abb02f, 75, ''"
    })
    void knowsItsCast(IndicatorType type, String value, int score, String family) {
        assertThat(lookup(type, value).report()).get().satisfies(report -> {
            assertThat(report.score()).hasValue(score);
            assertThat(String.join(",", report.malwareFamilies())).isEqualTo(family);
            assertThat(report.lastSeen()).isPresent();
            assertThat(report.evidence()).extracting(piece -> piece.code()).doesNotContain("incomplete");
        });
    }

    @Test
    void knowsWhoExploitsAVulnerability() {
        assertThat(lookup(IndicatorType.CVE, "CVE-2021-44228").report()).get().satisfies(report -> {
            assertThat(report.score()).isEmpty();
            assertThat(report.malwareFamilies()).containsExactly("Sandboxbot");
            assertThat(report.lastSeen()).isPresent();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "IPV4, 203.0.114.9",
        "IPV6, 2620:fe::fe",
        "DOMAIN, unknown.example",
        "FQDN, www.unknown.example",
        "URL, http://unknown.example/a/b?c",
        "MD5, 00000000000000000000000000000000",
        "CVE, CVE-2021-99999"
    })
    void knowsNothingElse(IndicatorType type, String value) {
        assertThat(lookup(type, value).status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void asksForAKeyWhereOneIsNeeded() {
        HttpCall me = HttpCall.get("https://otx.alienvault.com/api/v1", "users", "me");
        assertThat(ANSWERS.answer(me).status()).isEqualTo(403);
        assertThat(ANSWERS.answer(me.header("X-OTX-API-KEY", "made-up-key-of-a-test"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keepsTheProviderHealthy() {
        try (FixtureHost host = host(Map.of("api-key", "made-up-key-of-a-test"))) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
        }
    }

    private static Outcome lookup(IndicatorType type, String value) {
        try (FixtureHost host = host(Map.of())) {
            return host.lookup(Indicator.of(type, value)).outcome();
        }
    }

    private static FixtureHost host(Map<String, String> settings) {
        return FixtureHost.of(new OtxPlugin(), settings).replying(ANSWERS::answer);
    }
}
