package io.indago.routes.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.LookupResult;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.routes.FakeProvider;
import io.indago.routes.ManualTime;
import io.indago.routes.Samples;
import io.indago.routes.guard.ProviderGuards;
import io.indago.spi.Indicator;
import io.indago.spi.Report;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProviderCallTest {
    private static final Indicator ADDRESS = Samples.parsed(Samples.ADDRESS).indicator();
    private static final Outcome HIT =
            Outcome.of(Report.hit("seen").opinion(90, 90).build());
    private static final Clock CLOCK = Clock.systemUTC();

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final CompletableFuture<LookupResult> answer = new CompletableFuture<>();
    private final FakeProvider alpha = FakeProvider.of(Samples.spec("alpha"), question -> answer);
    private final ProviderGuards guards = new ProviderGuards(CLOCK);
    private final ProviderCall call = call(alpha);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void asksOnceForAnyNumberWhoWantTheSameAtOnce() {
        List<CompletionStage<ProviderReport>> reports = IntStream.range(0, 1_000)
                .mapToObj(i -> ask(Duration.ofSeconds(10)))
                .toList();
        answer.complete(FakeProvider.result(HIT));

        List<ProviderReport> done = reports.stream()
                .map(report -> report.toCompletableFuture().join())
                .toList();
        assertThat(alpha.questions()).hasSize(1);
        assertThat(done).allSatisfy(report -> assertThat(report.outcome()).isEqualTo(HIT));
        assertThat(done)
                .filteredOn(report -> report.origin() == Origin.PROVIDER)
                .hasSize(1);
        assertThat(done).filteredOn(report -> report.origin() == Origin.SHARED).hasSize(999);
        assertThat(done.stream().mapToInt(ProviderReport::calls).sum()).isEqualTo(1);
        assertThat(done.stream().mapToLong(ProviderReport::bytes).sum()).isEqualTo(120);
    }

    @Test
    void answersFromBeforeUnlessThatWillNotDo() {
        answer.complete(FakeProvider.result(HIT));
        ProviderReport first = ask(Duration.ofSeconds(10)).toCompletableFuture().join();
        ProviderReport second =
                ask(Duration.ofSeconds(10)).toCompletableFuture().join();

        assertThat(second.origin()).isEqualTo(Origin.CACHE);
        assertThat(second.outcome()).isEqualTo(HIT);
        assertThat(second.fetchedAt()).isBeforeOrEqualTo(first.fetchedAt());
        assertThat(second.calls()).isZero();
        assertThat(alpha.questions()).hasSize(1);

        ProviderReport fresh = call.call(question(Duration.ofSeconds(10), true), "alpha")
                .toCompletableFuture()
                .join();
        assertThat(fresh.origin()).isEqualTo(Origin.PROVIDER);
        assertThat(alpha.questions()).hasSize(2);
    }

    @Test
    void runsToTheLatestDeadlineAndLetsTheOthersGoAtTheirs() {
        CompletionStage<ProviderReport> leader = ask(Duration.ofMillis(150));
        CompletionStage<ProviderReport> patient = ask(Duration.ofSeconds(30));
        CompletionStage<ProviderReport> hasty = ask(Duration.ofMillis(50));

        assertThat(alpha.runs()).hasSize(1);
        assertThat(alpha.runs().get(0).extensions()).hasSize(1);
        for (CompletionStage<ProviderReport> gone : List.of(leader, hasty)) {
            ProviderReport report = gone.toCompletableFuture().join();
            assertThat(report.outcome().status()).isEqualTo(Status.TIMEOUT);
            assertThat(report.outcome().reason())
                    .isEqualTo("not finished by the deadline: it was waiting for the call to a fake");
            assertThat(report.calls()).isZero();
        }
        assertThat(patient.toCompletableFuture()).isNotDone();
        answer.complete(FakeProvider.result(HIT));
        ProviderReport report = patient.toCompletableFuture().join();
        assertThat(report.outcome()).isEqualTo(HIT);
        assertThat(report.calls()).as("who is left pays").isEqualTo(1);
    }

    @Test
    void whoSharesAnAnswerTookNoTimeThatTheClockWasSetBy() {
        ManualTime clock = new ManualTime();
        ProviderCall stepped =
                new ProviderCall(FakeProvider.directory(alpha), guards, new AnswerCache(1_000_000), timer, clock);
        ProviderQuestion question = new ProviderQuestion(
                "trace",
                Samples.CALLER,
                ADDRESS,
                Samples.ANYBODY,
                clock.instant().plusSeconds(10),
                false);
        List<CompletionStage<ProviderReport>> reports =
                List.of(stepped.call(question, "alpha"), stepped.call(question, "alpha"));
        clock.pass(Duration.ofHours(-1));
        answer.complete(FakeProvider.result(HIT));

        assertThat(reports).allSatisfy(report -> assertThat(
                        report.toCompletableFuture().join().took())
                .isBetween(Duration.ZERO, Duration.ofMinutes(1)));
    }

    @Test
    void asksAgainWhenTheLastQuestionIsOver() {
        answer.complete(FakeProvider.result(Outcome.without(Status.TIMEOUT, "late")));
        ask(Duration.ofSeconds(10)).toCompletableFuture().join();
        ask(Duration.ofSeconds(10)).toCompletableFuture().join();

        assertThat(alpha.questions()).hasSize(2);
    }

    @Test
    void sharesNothingWithAnotherIndicator() {
        ask(Duration.ofSeconds(10));
        call.call(
                new ProviderQuestion(
                        "other",
                        Samples.CALLER,
                        Samples.parsed("198.51.101.7").indicator(),
                        Samples.ANYBODY,
                        Instant.now().plusSeconds(10),
                        false),
                "alpha");

        assertThat(alpha.questions()).hasSize(2);
    }

    @Test
    void doesNotAskWhoIsHeldBackButTellsWhatIsKnown() {
        answer.complete(FakeProvider.result(HIT));
        ask(Duration.ofSeconds(10)).toCompletableFuture().join();
        guards.of("alpha")
                .tell(FakeProvider.result(Outcome.without(Status.UNAUTHORISED, "refused (401)")), Duration.ZERO);

        assertThat(ask(Duration.ofSeconds(10)).toCompletableFuture().join().origin())
                .isEqualTo(Origin.CACHE);
        ProviderReport fresh = call.call(question(Duration.ofSeconds(10), true), "alpha")
                .toCompletableFuture()
                .join();
        assertThat(fresh.origin()).isEqualTo(Origin.NONE);
        assertThat(fresh.outcome().status()).isEqualTo(Status.SKIPPED);
        assertThat(fresh.outcome().reason()).contains("refused (401)");
        assertThat(alpha.questions()).hasSize(1);
    }

    @Test
    void neitherAsksNorTellsWhoIsSwitchedOff() {
        ProviderReport report = call(alpha.unavailableBecause("disabled by alice"))
                .call(question(Duration.ofSeconds(10), false), "alpha")
                .toCompletableFuture()
                .join();

        assertThat(report.outcome()).isEqualTo(Outcome.without(Status.SKIPPED, "disabled by alice"));
        assertThat(report.asked()).isFalse();
    }

    private ProviderCall call(FakeProvider provider) {
        return new ProviderCall(FakeProvider.directory(provider), guards, new AnswerCache(1_000_000), timer, CLOCK);
    }

    private CompletionStage<ProviderReport> ask(Duration time) {
        return call.call(question(time, false), "alpha");
    }

    private static ProviderQuestion question(Duration time, boolean fresh) {
        return new ProviderQuestion(
                "trace", Samples.CALLER, ADDRESS, Samples.ANYBODY, Instant.now().plus(time), fresh);
    }
}
