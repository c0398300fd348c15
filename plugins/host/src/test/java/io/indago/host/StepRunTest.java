package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.ErrorKind;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import io.indago.spi.Step;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StepRunTest {
    private final ScriptedHost host = new ScriptedHost();

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void reportsWhatTheProviderSaidAndWhatItTook() {
        LookupResult result = host.result();

        assertThat(result.outcome().status()).isEqualTo(Status.HIT);
        assertThat(result.outcome().reason()).isEqualTo("hello");
        assertThat(result.calls()).isEqualTo(1);
        assertThat(result.bytes()).isEqualTo(5);
        assertThat(result.took()).isPositive();
    }

    @Test
    void callsAreMadeInTheCallersName() {
        host.provider()
                .lookup(ScriptedHost.ADDRESS, Instant.now().plusSeconds(5), "trace", "alice")
                .result()
                .toCompletableFuture()
                .join();

        assertThat(host.limits()).extracting(CallLimits::caller).containsExactly("alice");
    }

    @Test
    void runsThePluginOnItsThreadsAndEverythingElseOnTheHosts() {
        AtomicReference<Thread> first = new AtomicReference<>();
        AtomicReference<Thread> second = new AtomicReference<>();
        CompletableFuture<HttpReply> late = new CompletableFuture<>();
        host.answering(call -> late).looking((config, context, it) -> {
            first.set(Thread.currentThread());
            return Step.call(ScriptedHost.CALL, reply -> {
                second.set(Thread.currentThread());
                return Step.done(ScriptedHost.hit("done"));
            });
        });
        CompletionStage<Thread> completed = host.provider()
                .lookup(ScriptedHost.ADDRESS, Instant.now().plusSeconds(2), "trace")
                .result()
                .thenApply(result -> Thread.currentThread());
        new Thread(() -> late.complete(FakeReply.of(200)), "port").start();

        assertThat(completed.toCompletableFuture().join().getName()).startsWith("indago-host-");
        assertThat(first.get().getName()).startsWith("plugin-ScriptedPlugin-");
        assertThat(second.get().getName()).startsWith("plugin-ScriptedPlugin-");
        assertThat(first.get().getContextClassLoader()).isSameAs(getClass().getClassLoader());
        assertThat(host.threads().get(0).getName()).startsWith("indago-host-");
    }

    @Test
    void isNotAskedAboutOtherTypes() {
        Outcome outcome = host.provider()
                .lookup(
                        Indicator.of(IndicatorType.MD5, "a".repeat(32)),
                        Instant.now().plusSeconds(1),
                        "trace")
                .result()
                .toCompletableFuture()
                .join()
                .outcome();

        assertThat(outcome).isEqualTo(Outcome.without(Status.UNSUPPORTED, "Example is not asked about md5"));
        assertThat(host.calls()).isEmpty();
    }

    @Test
    void isNotAskedAfterTheDeadline() {
        assertThat(host.within(Duration.ofSeconds(-1)).outcome().status()).isEqualTo(Status.TIMEOUT);
        assertThat(host.calls()).isEmpty();
    }

    @Test
    void saysWhichCallItWaitedFor() {
        host.answering(call -> new CompletableFuture<>()).within(Duration.ofMillis(50));

        assertThat(host.outcome().reason())
                .isEqualTo("not finished by the deadline: it was waiting for the call to api.example.com");
    }

    @Test
    void handsSeveralRepliesInTheOrderOfTheirCalls() {
        List<HttpCall> calls = IntStream.range(0, 5)
                .mapToObj(i -> HttpCall.get("https://api.example.com", "" + i))
                .toList();
        host.looking((config, context, it) -> Step.calls(
                calls,
                replies -> Step.done(
                        ScriptedHost.hit(replies.stream().map(HttpReply::text).collect(Collectors.joining(","))))));
        host.answering(call -> CompletableFuture.supplyAsync(
                () -> FakeReply.of(200, call.uri().getPath()),
                CompletableFuture.delayedExecutor(
                        50 - 10 * Integer.parseInt(call.uri().getPath().substring(1)),
                        java.util.concurrent.TimeUnit.MILLISECONDS)));

        assertThat(host.outcome().reason()).isEqualTo("/0,/1,/2,/3,/4");
    }

    @ParameterizedTest
    @CsvSource({"404, 200, NO_DATA", "200, 404, NO_DATA", "404, 500, ERROR", "500, 404, ERROR", "401, 404, UNAUTHORISED"
    })
    void failsSideBySideCallsAsTheWorstOfThem(int one, int other, Status status) {
        List<HttpCall> calls = List.of(
                HttpCall.get("https://api.example.com", "" + one).noDataOn(404),
                HttpCall.get("https://api.example.com", "" + other).noDataOn(404));
        host.looking((config, context, it) -> Step.calls(calls, replies -> Step.done(ScriptedHost.hit("both"))))
                .answering(call -> CompletableFuture.completedStage(
                        FakeReply.of(Integer.parseInt(call.uri().getPath().substring(1)))));

        assertThat(host.outcome().status()).isEqualTo(status);
    }

    @Test
    void pollsAfterAPause() {
        host.looking((config, context, it) -> Step.pause(
                Duration.ofMillis(20),
                () -> Step.done(ScriptedHost.hit("left " + !it.timeLeft().isZero()))));

        LookupResult result = host.result();
        assertThat(result.outcome().reason()).isEqualTo("left true");
        assertThat(result.took()).isGreaterThan(Duration.ofMillis(20));
    }

    @Test
    void doesNotWaitForAPollAfterTheDeadline() {
        host.looking(
                (config, context, it) -> Step.pause(Duration.ofDays(1), () -> Step.done(ScriptedHost.hit("late"))));

        LookupResult result = host.result();
        assertThat(result.outcome().status()).isEqualTo(Status.TIMEOUT);
        assertThat(result.outcome().reason()).startsWith("Example needs longer than the deadline allows");
        assertThat(result.took()).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void awaitsAStageOfAnUnmanagedProvider() {
        host.declaring(spec -> spec.unmanaged())
                .looking((config, context, it) -> Step.await(CompletableFuture.supplyAsync(
                        () -> Step.done(ScriptedHost.hit(Thread.currentThread().getName())), context.executor())));

        assertThat(host.outcome().reason()).startsWith("plugin-ScriptedPlugin-");
    }

    @Test
    void reportsAStageThatFails() {
        host.declaring(spec -> spec.unmanaged())
                .looking((config, context, it) -> Step.await(
                        CompletableFuture.failedStage(new CompletionException(new IllegalStateException("gone")))));

        assertThat(host.outcome().reason()).isEqualTo("the plugin failed: IllegalStateException: gone");
    }

    @ParameterizedTest
    @EnumSource(ErrorKind.class)
    void turnsEachKindOfFailureIntoItsOutcome(ErrorKind kind) {
        host.looking((config, context, it) -> {
            throw ProviderException.of(kind, "said so");
        });
        Outcome expected =
                switch (kind) {
                    case UNAUTHORIZED -> Outcome.without(Status.UNAUTHORISED, "said so");
                    case QUOTA -> Outcome.without(Status.RATE_LIMITED, "said so");
                    case UNAVAILABLE -> Outcome.error(ErrorCause.UNAVAILABLE, "said so");
                    case INVALID_INPUT, BAD_REPLY -> Outcome.error(ErrorCause.BAD_REPLY, "said so");
                    case INTERNAL -> Outcome.error(ErrorCause.INTERNAL, "said so");
                };

        assertThat(host.outcome()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "TIMEOUT, TIMEOUT,",
        "TOO_LARGE, ERROR, TOO_LARGE",
        "UNAVAILABLE, ERROR, UNAVAILABLE",
        "BAD_REPLY, ERROR, BAD_REPLY"
    })
    void turnsEachFailureOfACallIntoItsOutcome(HttpFailure.Kind kind, Status status, ErrorCause cause) {
        host.answering(
                call -> CompletableFuture.failedStage(new CompletionException(new HttpFailure(kind, "for a reason"))));

        assertThat(host.outcome().status()).isEqualTo(status);
        assertThat(host.outcome().errorCause().orElse(null)).isEqualTo(cause);
    }

    @Test
    void survivesAPortThatBreaksItsWord() {
        assertThat(host.answering(call -> {
                            throw new IllegalStateException("no port");
                        })
                        .outcome()
                        .reason())
                .contains("could not be made: IllegalStateException: no port");
        assertThat(host.answering(call -> {
                            throw new AssertionError("no such fixture");
                        })
                        .outcome()
                        .reason())
                .contains("could not be made: AssertionError: no such fixture");
        assertThat(host.answering(call -> CompletableFuture.failedStage(new HttpTimeoutException("late")))
                        .outcome()
                        .errorCause())
                .contains(ErrorCause.INTERNAL);
    }

    @Test
    void endsALookupThatReadsMoreThanEightMebibytes() {
        byte[] large = new byte[5 * 1024 * 1024];
        host.looking((config, context, it) -> Step.call(
                        ScriptedHost.CALL,
                        one -> Step.call(ScriptedHost.CALL, two -> Step.done(ScriptedHost.hit("all")))))
                .answering(new FakeReply(200, Map.of(), large));

        LookupResult result = host.result();
        assertThat(result.outcome().errorCause()).contains(ErrorCause.TOO_LARGE);
        assertThat(result.calls()).isEqualTo(2);
    }

    @Test
    void countsCallsSideBySideAsStepsEach() {
        List<HttpCall> calls = java.util.Collections.nCopies(21, ScriptedHost.CALL);
        host.looking((config, context, it) -> Step.calls(calls, replies -> Step.done(ScriptedHost.hit("all"))));

        assertThat(host.outcome().reason()).contains("more than 20 steps");
        assertThat(host.calls()).isEmpty();
    }

    @Test
    void takesSecretsOutOfWhateverIsSaid() {
        host.with("api-key", "s3cr+t/key").looking((config, context, it) -> {
            throw new IllegalStateException("401 for ?key=s3cr%2Bt%2Fkey with s3cr+t/key");
        });

        assertThat(host.outcome().reason())
                .isEqualTo("the plugin failed: IllegalStateException: 401 for ?key=*** with ***");
    }

    @Test
    void takesSecretsOutOfReportsThatEchoThem() {
        host.with("api-key", "s3cret-key").answering(FakeReply.of(200, "you sent s3cret-key"));

        Outcome outcome = host.outcome();
        assertThat(outcome.reason()).isEqualTo("you sent ***");
        assertThat(outcome.report().map(Report::summary)).contains("you sent ***");
    }

    @Test
    void killsLookupsInFlightWhenItCloses() {
        host.answering(call -> new CompletableFuture<>());
        CompletionStage<LookupResult> running = host.provider()
                .lookup(ScriptedHost.ADDRESS, Instant.now().plusSeconds(30), "trace")
                .result();
        host.close();

        assertThat(running.toCompletableFuture().join().outcome().status()).isEqualTo(Status.KILLED);
    }

    @Test
    void goesOnToALaterDeadline() throws Exception {
        CompletableFuture<HttpReply> late = new CompletableFuture<>();
        host.answering(call -> late);
        LookupRun run =
                host.provider().lookup(ScriptedHost.ADDRESS, Instant.now().plusMillis(100), "trace");
        run.extendTo(Instant.now().plusSeconds(30));
        run.extendTo(Instant.now().plusMillis(1));
        Thread.sleep(200);
        assertThat(run.result().toCompletableFuture()).isNotDone();
        assertThat(run.waitingFor()).isEqualTo("the call to api.example.com");

        late.complete(FakeReply.of(200, "at last"));
        assertThat(run.result().toCompletableFuture().join().outcome().reason()).isEqualTo("at last");
    }

    @Test
    void cutsItsCallsWhenNobodyWaitsAnyMore() {
        host.answering(call -> new CompletableFuture<>());
        LookupRun run =
                host.provider().lookup(ScriptedHost.ADDRESS, Instant.now().plusSeconds(30), "trace");
        await(() -> !host.limits().isEmpty());
        assertThat(host.limits().get(0).over().toCompletableFuture()).isNotDone();
        run.cancel();

        assertThat(run.result().toCompletableFuture().join().outcome())
                .isEqualTo(Outcome.without(Status.KILLED, "nobody waited for it any more"));
        assertThat(host.limits().get(0).over().toCompletableFuture()).isDone();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
