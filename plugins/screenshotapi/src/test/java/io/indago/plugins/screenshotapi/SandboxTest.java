package io.indago.plugins.screenshotapi;

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

/** The sandbox answers in ScreenshotAPI's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("screenshotapi");

    @ParameterizedTest
    @CsvSource({
        "v3, http://evil-updates.com/payload.exe",
        "v1, http://evil-updates.com/payload.exe",
        "v3, https://www.wikipedia.org/"
    })
    void showsItsCast(String endpoint, String url) {
        assertThat(lookup(endpoint, url).report()).get().satisfies(report -> {
            assertThat(report.references()).hasSize(1);
            assertThat(report.lastSeen()).isPresent();
        });
    }

    @Test
    void showsNothingElse() {
        Outcome outcome = lookup("v3", "http://a.example/");

        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.reason()).endsWith("ERR_NAME_NOT_RESOLVED");
    }

    @Test
    void asksForATokenBeforeAnythingElse() {
        assertThat(ANSWERS.answer(HttpCall.get("https://shot.screenshotapi.net/v3/screenshot"))
                        .status())
                .isEqualTo(401);
    }

    private static Outcome lookup(String endpoint, String url) {
        try (FixtureHost host =
                FixtureHost.of(new ScreenshotApiPlugin(), Map.of("token", "made-up-secret", "endpoint", endpoint))) {
            return host.replying(ANSWERS::answer)
                    .lookup(Indicator.of(IndicatorType.URL, url))
                    .outcome();
        }
    }
}
