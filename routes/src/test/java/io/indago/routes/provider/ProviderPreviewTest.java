package io.indago.routes.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.indago.host.CallLimits;
import io.indago.host.ErrorCause;
import io.indago.host.FirstStep;
import io.indago.host.LookupResult;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.routes.FakeProvider;
import io.indago.routes.Samples;
import io.indago.routes.guard.GuardedHttp;
import io.indago.routes.guard.ProviderGuards;
import io.indago.spi.Exposure;
import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.Quota;
import io.indago.spi.Report;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is foretold of a provider is what becomes of it, and nothing is used up by foretelling. */
class ProviderPreviewTest {
    private static final Indicator ADDRESS = Samples.parsed(Samples.ADDRESS).indicator();
    private static final Outcome HIT = Outcome.of(Report.hit("seen").build());
    private static final Clock CLOCK = Clock.systemUTC();

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ProviderGuards guards = new ProviderGuards(CLOCK);
    private final AnswerCache cache = new AnswerCache(1_000_000);
    private final CompletableFuture<LookupResult> answer = new CompletableFuture<>();
    private final FakeProvider alpha = FakeProvider.of(Samples.spec("alpha"), question -> answer);
    private ProviderDirectory providers = FakeProvider.directory(alpha);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void showsTheRequestsOfWhoWouldBeAskedAndAsksNobody() {
        ProviderForecast forecast = preview(false);

        assertThat(forecast.origin()).isEqualTo(Origin.PROVIDER);
        assertThat(forecast.outcome()).isEmpty();
        assertThat(forecast.exposure()).contains(Exposure.VENDOR);
        assertThat(forecast.first().map(FirstStep::kind)).contains(FirstStep.Kind.CALLS);
        assertThat(forecast.requests())
                .containsExactly(new PlannedRequest(
                        "GET",
                        "https://alpha.example/" + Samples.ADDRESS,
                        Map.of("X-Key", "‹api-key›"),
                        Optional.empty()));
        assertThat(alpha.questions()).isEmpty();
    }

    @Test
    void joinsNobodysQuestion() {
        CompletableFuture<ProviderReport> asking = call(false);
        preview(false);

        assertThat(alpha.questions()).hasSize(1);
        assertThat(alpha.runs().get(0).extensions()).isEmpty();
        answer.complete(FakeProvider.result(HIT));
        assertThat(asking.join().origin()).isEqualTo(Origin.PROVIDER);
    }

    @Test
    void knowsWhatIsInTheCacheAndLeavesItAsItIs() {
        answer.complete(FakeProvider.result(HIT));
        ProviderReport before = call(false).join();
        AnswerCache.Use use = cache.use("alpha");

        ProviderForecast forecast = preview(false);
        ProviderForecast fresh = preview(true);

        assertThat(forecast.origin()).isEqualTo(Origin.CACHE);
        assertThat(forecast.outcome()).contains(HIT);
        assertThat(forecast.requests()).isEmpty();
        assertThat(forecast.known().orElseThrow().fetchedAt()).isBeforeOrEqualTo(before.fetchedAt());
        assertThat(forecast.known().orElseThrow().freshUntil())
                .isAfter(before.fetchedAt().plus(Duration.ofHours(5)));
        assertThat(fresh.origin()).isEqualTo(Origin.PROVIDER);
        assertThat(fresh.known()).isPresent();
        assertThat(cache.use("alpha")).isEqualTo(use);
        assertThat(alpha.previews()).as("only asked when it would be").isEqualTo(1);
    }

    @Test
    void givesTheReasonTheCallGivesWhenItIsHeldBack() {
        guards.of("alpha")
                .tell(FakeProvider.result(Outcome.without(Status.UNAUTHORISED, "refused (401)")), Duration.ZERO);

        assertAsTheCall(preview(false));
    }

    @Test
    void givesTheReasonTheCallGivesWhenItsBreakerIsOpen() {
        fail(20);

        assertThat(preview(false).outcome().map(Outcome::reason).orElseThrow()).contains("of its last 20 lookups");
        assertAsTheCall(preview(false));
    }

    @Test
    void takesNoPermitOfABreakerThatTriesAgain() {
        guards.of("alpha");
        guards.breakers().circuitBreaker("alpha").transitionToOpenState();
        guards.breakers().circuitBreaker("alpha").transitionToHalfOpenState();
        for (int i = 0; i < 100; i++) {
            preview(false);
        }

        assertThat(guards.breakers().circuitBreaker("alpha").getState()).isEqualTo(State.HALF_OPEN);
        for (int i = 0; i < 5; i++) {
            assertThat(guards.of("alpha").permits()).isTrue();
        }
    }

    @Test
    void givesTheReasonTheCallGivesWhenItIsSwitchedOff() {
        providers = FakeProvider.directory(alpha.unavailableBecause("disabled by alice"));

        assertAsTheCall(preview(false));
    }

    @Test
    void saysThatAProviderIsGone() {
        providers = FakeProvider.directory();

        assertThat(preview(false).outcome()).contains(call(false).join().outcome());
    }

    @Test
    void takesNothingOfTheQuota() {
        guards.protect("alpha", false, "", List.of(Quota.of(1, Duration.ofHours(1))));

        for (int i = 0; i < 10; i++) {
            ProviderForecast forecast = preview(false);
            assertThat(forecast.outcome()).isEmpty();
            assertThat(forecast.quotas()).singleElement().satisfies(left -> assertThat(left.calls())
                    .isEqualTo(1));
        }
    }

    @Test
    void saysThatTheQuotaIsSpentAsTheCallWould() {
        guards.protect("alpha", false, "", List.of(Quota.of(1, Duration.ofHours(1))));
        GuardedHttp http = new GuardedHttp((id, call, limits) -> new CompletableFuture<>(), guards, timer, CLOCK);
        HttpCall request = HttpCall.get("https://alpha.example");
        http.send("alpha", request, new TenSeconds());

        ProviderForecast forecast = preview(false);

        assertThat(forecast.outcome().map(Outcome::status)).contains(Status.RATE_LIMITED);
        assertThatThrownBy(() -> http.send("alpha", request, new TenSeconds())
                        .toCompletableFuture()
                        .join())
                .hasMessageContaining("our quota is spent: 1 in PT1H, ")
                .hasMessageContaining(forecast.outcome().orElseThrow().reason().replaceAll(" free in .*", ""));
        assertThat(forecast.quotas()).singleElement().satisfies(left -> assertThat(left.calls())
                .isZero());
    }

    private record TenSeconds(Instant deadline) implements CallLimits {
        TenSeconds() {
            this(Instant.now().plusSeconds(10));
        }

        @Override
        public long maxBytes() {
            return 1_000;
        }

        @Override
        public void attempt() {}

        @Override
        public CompletableFuture<?> over() {
            return new CompletableFuture<>();
        }
    }

    private void assertAsTheCall(ProviderForecast forecast) {
        ProviderReport report = call(false).join();
        assertThat(report.origin()).isEqualTo(Origin.NONE);
        assertThat(forecast.origin()).isEqualTo(Origin.NONE);
        assertThat(forecast.outcome()).contains(report.outcome());
        assertThat(alpha.questions()).isEmpty();
        assertThat(alpha.previews()).isZero();
    }

    private void fail(int lookups) {
        Outcome failure = Outcome.error(ErrorCause.UNAVAILABLE, "can't be reached");
        for (int i = 0; i < lookups; i++) {
            assertThat(guards.of("alpha").permits()).isTrue();
            guards.of("alpha").tell(FakeProvider.result(failure), Duration.ofSeconds(10));
        }
    }

    private ProviderForecast preview(boolean fresh) {
        return new ProviderPreview(providers, guards, cache, CLOCK)
                .of(question(fresh), "alpha")
                .toCompletableFuture()
                .join();
    }

    private CompletableFuture<ProviderReport> call(boolean fresh) {
        return new ProviderCall(providers, guards, cache, timer, CLOCK)
                .call(question(fresh), "alpha")
                .toCompletableFuture();
    }

    private static ProviderQuestion question(boolean fresh) {
        return new ProviderQuestion(
                "trace", Samples.CALLER, ADDRESS, Samples.ANYBODY, Instant.now().plusSeconds(10), fresh);
    }
}
