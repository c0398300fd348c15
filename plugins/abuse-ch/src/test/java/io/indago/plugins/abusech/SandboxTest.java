package io.indago.plugins.abusech;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.SandboxAnswers;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox answers in the shapes of abuse.ch: its bodies go through the plugin's own eyes. */
class SandboxTest {

    @ParameterizedTest
    @CsvSource({
        "threatfox, IPV4, 185.220.101.34, 100",
        "threatfox, DOMAIN, evil-updates.com, 97",
        "threatfox, URL, http://evil-updates.com/payload.exe, 100",
        "threatfox, SHA256, badc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00d, 100",
        "threatfox, MD5, badc0ffee0ddf00dbadc0ffee0ddf00d, 100",
        "urlhaus, IPV4, 185.220.101.34, 50",
        "urlhaus, DOMAIN, evil-updates.com, 85",
        "urlhaus, URL, http://evil-updates.com/payload.exe, 95",
        "urlhaus, SHA256, badc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00d, 85",
        "urlhaus, MD5, badc0ffee0ddf00dbadc0ffee0ddf00d, 85"
    })
    void knowsItsCast(String provider, IndicatorType type, String value, int score) {
        assertThat(lookup(provider, type, value).report()).get().satisfies(report -> {
            assertThat(report.score()).hasValue(score);
            assertThat(report.lastSeen()).isPresent();
            assertThat(report.evidence()).isNotEmpty();
            assertThat(report.references()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "threatfox, IPV4, 8.8.8.8",
        "threatfox, MD5, 44d88612fea8a8f36de82e1278abb02f",
        "urlhaus, IPV4, 8.8.8.8",
        "urlhaus, DOMAIN, wikipedia.org",
        "urlhaus, URL, https://www.wikipedia.org/",
        "urlhaus, MD5, 44d88612fea8a8f36de82e1278abb02f"
    })
    void knowsNothingElse(String provider, IndicatorType type, String value) {
        assertThat(lookup(provider, type, value).status()).isEqualTo(Status.NO_DATA);
    }

    @ParameterizedTest
    @CsvSource({"threatfox, https://threatfox-api.abuse.ch/api/v1", "urlhaus, https://urlhaus-api.abuse.ch/v1/url"})
    void asksForAKeyBeforeAnythingElse(String provider, String place) {
        HttpCall call = HttpCall.post(place, "").form(Map.of("query", "get_info", "hash", "0".repeat(32)));
        assertThat(SandboxAnswers.of(provider).answer(call).status()).isEqualTo(401);
    }

    private static Outcome lookup(String provider, IndicatorType type, String value) {
        try (FixtureHost host = FixtureHost.of(new AbuseChPlugin(), Map.of("api-key", "made-up-key-of-a-test"))
                .replying(SandboxAnswers.of(provider)::answer)) {
            return host.lookup(provider, Indicator.of(type, value)).outcome();
        }
    }
}
