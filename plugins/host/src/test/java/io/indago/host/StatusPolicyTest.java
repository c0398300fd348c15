package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.HttpCall;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Setting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusPolicyTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T10:00:00Z"), ZoneOffset.UTC);
    private static final HttpCall CALL =
            HttpCall.get("https://api.example.com").noDataOn(404).seeing(202);
    private final StatusPolicy policy = new StatusPolicy(
            ProviderSpec.builder("example", "Example")
                    .types(IndicatorType.IPV4)
                    .config(Setting.secret("api-key", "Key"))
                    .build(),
            CLOCK);

    @ParameterizedTest
    @CsvSource({
        "404, NO_DATA, , Example does not know it",
        "401, UNAUTHORISED, , Example refused (401) the credential: check INDAGO_PROVIDERS_EXAMPLE_API_KEY or"
                + " indago.providers.example.api-key",
        "403, UNAUTHORISED, , Example refused (403) the credential: check INDAGO_PROVIDERS_EXAMPLE_API_KEY or"
                + " indago.providers.example.api-key",
        "429, RATE_LIMITED, , Example's rate limit is spent",
        "500, ERROR, UNAVAILABLE, Example answered 500",
        "503, ERROR, UNAVAILABLE, Example answered 503",
        "301, ERROR, BAD_REPLY, 'Example answered with a redirect, which is never followed (301)'",
        "418, ERROR, BAD_REPLY, Example answered 418",
        "204, ERROR, BAD_REPLY, Example answered 204",
        "100, ERROR, BAD_REPLY, Example answered 100"
    })
    void makesAnOutcomeOfEveryStatusNobodyAskedToSee(int status, Status expected, ErrorCause cause, String reason) {
        assertThat(policy.judge(CALL, FakeReply.of(status)))
                .contains(
                        new Outcome(expected, reason, Optional.empty(), Optional.ofNullable(cause), Optional.empty()));
    }

    @Test
    void handsTheOthersToThePlugin() {
        assertThat(policy.judge(CALL, FakeReply.of(200))).isEmpty();
        assertThat(policy.judge(CALL, FakeReply.of(202))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "30, PT30S",
        "0, PT0S",
        "'Sun, 01 Nov 2026 10:01:00 GMT', PT1M",
        "'Sun, 01 Nov 2026 09:00:00 GMT', PT0S",
        "soon, ",
        "-5, ",
        "99999999999999999999, "
    })
    void readsRetryAfter(String header, Duration expected) {
        FakeReply reply = new FakeReply(429, Map.of("retry-after", header), new byte[0]);

        assertThat(policy.judge(CALL, reply).flatMap(Outcome::retryAfter)).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource({", 17, PT17S", "30, 17, PT30S", "soon, 17, PT17S", "soon, later, "})
    void readsTheRateLimitsOwnHeaderWhereRetryAfterSaysNothing(String retryAfter, String reset, Duration expected) {
        Map<String, String> headers = new HashMap<>(Map.of("x-rate-limit-reset-after", reset));
        if (retryAfter != null) {
            headers.put("retry-after", retryAfter);
        }

        assertThat(policy.judge(CALL, new FakeReply(429, headers, new byte[0])).flatMap(Outcome::retryAfter))
                .isEqualTo(Optional.ofNullable(expected));
    }
}
