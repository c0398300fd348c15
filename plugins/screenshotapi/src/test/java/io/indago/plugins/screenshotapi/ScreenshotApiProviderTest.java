package io.indago.plugins.screenshotapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.ErrorCause;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Exposure;
import io.indago.spi.Health;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Tlp;
import io.indago.spi.VerdictClass;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenshotApiProviderTest {
    private static final Indicator PAGE = Indicator.of(IndicatorType.URL, "http://login.example.org/portal/?a=b&c=d");
    private static final HttpReply PICTURE = Reply.fixture("picture.json");

    @Test
    void answersWithThePicturesLink() {
        assertThat(outcome(PICTURE).report()).get().satisfies(report -> {
            URI picture = URI.create("https://pictures.example/login_example_org_0123456789ab.png");
            assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
            assertThat(report.lastSeen()).contains(Instant.parse("2026-05-04T03:02:01.602Z"));
            assertThat(report.references()).containsExactly(picture);
            assertThat(report.evidence()).singleElement().satisfies(evidence -> {
                assertThat(evidence.text())
                        .isEqualTo("a picture of the page: " + picture + ", until 2026-06-03T03:02:01.602Z");
                assertThat(evidence.value()).contains(picture.toString());
                assertThat(evidence.observedAt()).contains(Instant.parse("2026-05-04T03:02:01.602Z"));
            });
        });
    }

    @Test
    void doesNotRepeatTheTokenThatIsEchoed() {
        assertThat(outcome(PICTURE).report()).get().satisfies(report -> assertThat(
                        report.evidence().get(0).text() + report.references())
                .doesNotContain("token"));
    }

    @ParameterizedTest
    @CsvSource({"v3, /v3/screenshot", "v1, /screenshot"})
    void asksForAFreshPictureAsALink(String endpoint, String path) {
        try (FixtureHost host = host(Map.of("endpoint", endpoint), PICTURE)) {
            host.lookup(PAGE);

            assertThat(host.calls())
                    .singleElement()
                    .hasToString("GET https://shot.screenshotapi.net" + path
                            + "?token=***&url=http%3A%2F%2Flogin.example.org%2Fportal%2F%3Fa%3Db%26c%3Dd"
                            + "&output=json&file_type=png&fresh=true&wait_for_event=load");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, Invalid token, UNAUTHORISED",
        "400, token_required, UNAUTHORISED",
        "401, Invalid token, UNAUTHORISED",
        "403, anything, UNAUTHORISED",
        "402, anything, RATE_LIMITED",
        "429, anything, RATE_LIMITED",
        "400, quota_exceeded, RATE_LIMITED",
        "200, You have exceeded your plan, RATE_LIMITED",
        "400, invalid_url, ERROR",
        "310, too_many_redirects, ERROR",
        "500, anything, ERROR"
    })
    void tellsRefusalsApart(int status, String error, Status expected) {
        assertThat(outcome(error(status, error)).status()).isEqualTo(expected);
    }

    @Test
    void saysWhyThereIsNoPicture() {
        assertThat(outcome(error(400, "ERR_NAME_NOT_RESOLVED")).reason())
                .isEqualTo("ScreenshotAPI could take no picture: ERR_NAME_NOT_RESOLVED");
        assertThat(outcome(error(400, "It failed for made-up-secret-of-a-test")).reason())
                .as("a sentence could hold anything")
                .isEqualTo("ScreenshotAPI could take no picture");
        assertThat(outcome(Reply.of(422, Map.of(), "{\"error\": {\"code\": \"invalid_css_url\"}}"))
                        .reason())
                .endsWith(": invalid_css_url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"screenshot\": \"\"}",
                "{\"screenshot\": null}",
                "{\"screenshot\": \"javascript:alert(1)\"}",
                "{\"screenshot\": \"http://pictures.example/a.png\"}",
                "{\"screenshot\": \"https:// /\"}",
                "\u0089PNG"
            })
    void refusesWhatIsNoPicture(String body) {
        assertThat(outcome(Reply.json(body)).errorCause()).contains(ErrorCause.BAD_REPLY);
    }

    @Test
    void makesDoWithTheLink() {
        HttpReply bare =
                Reply.json("{\"screenshot\": \"https://pictures.example/a.png\", \"ttl\": 7, \"created_at\": \"?\"}");

        assertThat(outcome(bare).report()).get().satisfies(report -> {
            assertThat(report.evidence().get(0).text()).endsWith("a.png");
            assertThat(report.lastSeen()).isEmpty();
        });
    }

    @Test
    void isOffAndSaysWhatItReveals() {
        ProviderSpec spec = new ScreenshotApiFactory().spec();

        assertThat(spec.exposure()).isEqualTo(Exposure.TARGET);
        assertThat(spec.maxTlp()).isEqualTo(Tlp.GREEN);
        assertThat(spec.offByDefault()).get().asString().contains("its owner can notice");
    }

    @Test
    void takesNoPictureForAHealthCheck() {
        try (FixtureHost host = host(Map.of(), PICTURE)) {
            assertThat(host.health().state()).isEqualTo(Health.State.UNKNOWN);
            assertThat(host.calls()).isEmpty();
        }
    }

    private static HttpReply error(int status, String error) {
        return Reply.of(status, Map.of("content-type", "application/json"), "{\"error\": \"" + error + "\"}");
    }

    private static Outcome outcome(HttpReply reply) {
        try (FixtureHost host = host(Map.of(), reply)) {
            return host.lookup(PAGE).outcome();
        }
    }

    private static FixtureHost host(Map<String, String> settings, HttpReply reply) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("token", "made-up-secret-of-a-test");
        return FixtureHost.of(new ScreenshotApiPlugin(), all).replying(call -> reply);
    }
}
