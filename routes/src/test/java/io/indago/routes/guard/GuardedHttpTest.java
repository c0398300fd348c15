package io.indago.routes.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.CallLimits;
import io.indago.host.HttpFailure;
import io.indago.host.HttpFailure.Kind;
import io.indago.host.HttpPort;
import io.indago.json.BufferedReply;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Quota;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedHttpTest {
    private static final HttpCall GET = HttpCall.get("https://api.example.com", "x");

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ProviderGuards guards = new ProviderGuards(Clock.systemUTC());
    private final List<Instant> sent = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void repeatsAGetOnceThatMayWorkTheSecondTime(int status) {
        assertThat(send(GET, number -> number == 1 ? reply(status) : reply(200)).status())
                .isEqualTo(200);
        assertThat(sent).hasSize(2);
        sent.clear();
        assertThat(send(GET, number -> reply(status)).status()).isEqualTo(status);
        assertThat(sent).hasSize(2);
    }

    @Test
    void repeatsAfterABrokenConnection() {
        assertThat(send(GET, number -> number == 1 ? broken(Kind.UNAVAILABLE) : reply(200))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 403, 404, 429, 500, 501})
    void doesNotRepeatWhatIsAnswered(int status) {
        assertThat(send(GET, number -> reply(status)).status()).isEqualTo(status);
        assertThat(sent).hasSize(1);
    }

    @Test
    void doesNotRepeatWhatMayHaveHappened() {
        send(HttpCall.post("https://api.example.com", "x").json("{}"), number -> reply(503));
        assertThat(sent).hasSize(1);
    }

    @Test
    void doesNotRepeatWhatThePluginWantsToSee() {
        send(GET.seeing(503), number -> reply(503));
        assertThat(sent).hasSize(1);
    }

    @Test
    void doesNotRepeatWithoutTime() {
        failure(GET, Duration.ofMillis(1), number -> broken(Kind.UNAVAILABLE));
        assertThat(sent).hasSizeLessThan(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIMEOUT", "TOO_LARGE", "BAD_REPLY"})
    void doesNotRepeatWhatWouldEndTheSameWay(Kind kind) {
        assertThat(failure(GET, Duration.ofSeconds(10), number -> broken(kind)).kind())
                .isEqualTo(kind);
        assertThat(sent).hasSize(1);
    }

    @Test
    void repeatsNoMoreThanATenthInTheLongRun() {
        int lookups = 200;
        for (int i = 0; i < lookups; i++) {
            send(GET, number -> reply(503));
        }
        assertThat(sent.size()).isBetween(lookups + 20, lookups + lookups / 10 + 10);
    }

    @Test
    void waitsForALimitThatEndsInTime() {
        assertThat(send(GET, number -> number == 1 ? reply(429, "1") : reply(200))
                        .status())
                .isEqualTo(200);
        assertThat(Duration.between(sent.get(0), sent.get(1))).isGreaterThanOrEqualTo(Duration.ofMillis(950));
    }

    @Test
    void makesNoCallUntilTheProviderWantsOneAgain() {
        send(GET, number -> reply(429, "30"));
        assertThat(sent).hasSize(1);
        HttpFailure refused = failure(GET, Duration.ofSeconds(5), number -> reply(200));
        assertThat(refused.kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(refused).hasMessageContaining("its rate limit is spent, and the next call is free in");
        assertThat(refused.retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
        assertThat(sent).hasSize(1);
    }

    @Test
    void chargesEachRequestToTheQuotaOfItsCredential() {
        List<Quota> quotas = List.of(Quota.of(3, Duration.ofHours(1)));
        guards.protect("alpha", false, "one-key", quotas);
        guards.protect("bravo", false, "one-key", quotas);
        guards.protect("charlie", false, "another-key", quotas);

        send("alpha", GET, number -> number == 1 ? reply(503) : reply(200));
        send("bravo", GET, number -> reply(200));
        assertThat(sent).hasSize(3);
        HttpFailure refused = failure("alpha", GET, Duration.ofSeconds(5), number -> reply(200));
        assertThat(refused).hasMessageContaining("our quota is spent: 3 in PT1H, and the next call is free in");
        assertThat(sent).hasSize(3);
        send("charlie", GET, number -> reply(200));
        assertThat(sent).hasSize(4);
    }

    @Test
    void queuesForTheQuotaWithinTheDeadline() {
        guards.protect("alpha", false, "", List.of(Quota.of(1, Duration.ofMillis(300))));
        for (int i = 0; i < 3; i++) {
            send("alpha", GET, number -> reply(200));
        }
        assertThat(Duration.between(sent.get(0), sent.get(2))).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    private HttpReply send(HttpCall call, IntFunction<CompletionStage<HttpReply>> replies) {
        return send("alpha", call, replies);
    }

    private HttpReply send(String provider, HttpCall call, IntFunction<CompletionStage<HttpReply>> replies) {
        return sent(provider, call, Duration.ofSeconds(10), replies).join();
    }

    private HttpFailure failure(HttpCall call, Duration time, IntFunction<CompletionStage<HttpReply>> replies) {
        return failure("alpha", call, time, replies);
    }

    private HttpFailure failure(
            String provider, HttpCall call, Duration time, IntFunction<CompletionStage<HttpReply>> replies) {
        try {
            throw new AssertionError(
                    "a reply: " + sent(provider, call, time, replies).join());
        } catch (CompletionException failure) {
            return (HttpFailure) failure.getCause();
        }
    }

    private CompletableFuture<HttpReply> sent(
            String provider, HttpCall call, Duration time, IntFunction<CompletionStage<HttpReply>> replies) {
        int before = sent.size();
        HttpPort port = (id, asked, limits) -> {
            sent.add(Instant.now());
            return replies.apply(sent.size() - before);
        };
        return new GuardedHttp(port, guards, timer, Clock.systemUTC())
                .send(provider, call, CallLimits.of(Instant.now().plus(time), 1_000))
                .toCompletableFuture();
    }

    private static CompletionStage<HttpReply> reply(int status) {
        return CompletableFuture.completedStage(BufferedReply.of(status, Map.of(), new byte[0]));
    }

    private static CompletionStage<HttpReply> reply(int status, String retryAfter) {
        return CompletableFuture.completedStage(
                BufferedReply.of(status, Map.of("retry-after", List.of(retryAfter)), new byte[0]));
    }

    private static CompletionStage<HttpReply> broken(Kind kind) {
        return CompletableFuture.failedStage(new HttpFailure(kind, "broken"));
    }
}
