package io.indago.plugins.googlesafebrowsing;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.SandboxAnswers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The sandbox answers in Google's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("google-safe-browsing");

    @ParameterizedTest
    @CsvSource({
        "V4, URL, http://evil-updates.com/payload.exe, malware",
        "V5, URL, http://evil-updates.com/payload.exe, malware",
        "V4, DOMAIN, evil-updates.com, social_engineering",
        "V5, DOMAIN, evil-updates.com, social_engineering"
    })
    void knowsItsCast(ApiVersion version, IndicatorType type, String value, String tag) {
        assertThat(lookup(version, type, value).report()).get().satisfies(report -> {
            assertThat(report.score()).hasValue(90);
            assertThat(report.tags()).contains(tag);
        });
    }

    @ParameterizedTest
    @EnumSource
    void hasEverythingElseOnNoList(ApiVersion version) {
        assertThat(lookup(version, IndicatorType.IPV4, "8.8.8.8").status()).isEqualTo(Status.NO_DATA);
        assertThat(lookup(version, IndicatorType.DOMAIN, "wikipedia.org").status())
                .isEqualTo(Status.NO_DATA);
    }

    @Test
    void answersVersionFiveInProtobuf() {
        HttpCall call = ApiVersion.V5.call("http://evil-updates.com/").query("key", "made-up");

        assertThat(ANSWERS.answer(call).header("Content-Type")).contains("application/x-protobuf");
    }

    @ParameterizedTest
    @EnumSource
    void asksForAKeyBeforeAnythingElse(ApiVersion version) {
        assertThat(ANSWERS.answer(version.call("http://evil-updates.com/")).status())
                .isEqualTo(403);
    }

    private static Outcome lookup(ApiVersion version, IndicatorType type, String value) {
        try (FixtureHost host =
                FixtureHost.of(new SafeBrowsingPlugin(), Map.of("api-key", "made-up-key", "version", version.id()))) {
            return host.replying(ANSWERS::answer)
                    .lookup(Indicator.of(type, value))
                    .outcome();
        }
    }
}
