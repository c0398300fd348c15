package io.indago.plugins.urlscan;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Health;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.VerdictClass;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.SandboxAnswers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox answers in urlscan.io's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("urlscan");
    private static final String FILE = "badc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00d";
    private static final String URL = "http://evil-updates.com/payload.exe";

    @ParameterizedTest
    @CsvSource({
        "URL, " + URL + ", MALICIOUS",
        "DOMAIN, evil-updates.com, MALICIOUS",
        "IPV4, 185.220.101.34, SUSPICIOUS",
        "SHA256, " + FILE + ", INFORMATIONAL",
        "ASN, AS64496, INFORMATIONAL",
        "DOMAIN, wikipedia.org, INFORMATIONAL",
        "IPV4, 8.8.8.8, INFORMATIONAL"
    })
    void knowsItsCast(IndicatorType type, String value, VerdictClass verdict) {
        assertThat(lookup("urlscan", type, value).report()).get().satisfies(report -> {
            assertThat(report.verdict()).isEqualTo(verdict);
            assertThat(report.lastSeen()).isPresent();
            assertThat(report.evidence()).isNotEmpty();
        });
    }

    @Test
    void knowsNothingElse() {
        assertThat(lookup("urlscan", IndicatorType.IPV4, "203.0.114.9").status())
                .isEqualTo(Status.NO_DATA);
    }

    @Test
    void scansTheMaliciousUrlAlone() {
        assertThat(lookup("urlscan-scan", IndicatorType.URL, URL).report())
                .get()
                .satisfies(report -> assertThat(report.verdict()).isEqualTo(VerdictClass.MALICIOUS));
        assertThat(lookup("urlscan-scan", IndicatorType.URL, "http://a.example/")
                        .status())
                .isEqualTo(Status.ERROR);
    }

    @Test
    void asksForAKeyWhereOneIsNeeded() {
        UrlscanApi keyless = new UrlscanApi(Optional.empty());
        assertThat(ANSWERS.answer(keyless.submit(URL, "private")).status()).isEqualTo(401);
        assertThat(ANSWERS.answer(keyless.quotas()).status()).isEqualTo(401);
        assertThat(ANSWERS.answer(keyless.search("page.ip:\"8.8.8.8\"")).status())
                .isEqualTo(200);
    }

    @Test
    void keepsTheProviderHealthy() {
        for (String provider : List.of("urlscan", "urlscan-scan")) {
            try (FixtureHost host = host(provider)) {
                assertThat(host.health(provider).state()).isEqualTo(Health.State.UP);
            }
        }
    }

    private static Outcome lookup(String provider, IndicatorType type, String value) {
        try (FixtureHost host = host(provider)) {
            return host.lookup(provider, Indicator.of(type, value)).outcome();
        }
    }

    private static FixtureHost host(String provider) {
        Map<String, String> key = Map.of("api-key", "made-up-key");
        Map<String, String> all = Map.of("api-key", "made-up-key", "first-poll", "1ms", "poll", "1ms");
        return FixtureHost.of(new UrlscanPlugin(), provider.equals("urlscan") ? key : all)
                .replying(ANSWERS::answer);
    }
}
