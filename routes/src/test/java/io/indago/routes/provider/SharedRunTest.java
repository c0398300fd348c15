package io.indago.routes.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.LookupResult;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.routes.FakeProvider;
import io.indago.routes.FakeProvider.FakeRun;
import io.indago.routes.ManualTime;
import io.indago.spi.Report;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedRunTest {
    private static final Outcome HIT = Outcome.of(Report.hit("seen").build());

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ManualTime time = new ManualTime();
    private final Instant deadline = time.instant().plusSeconds(10);
    private final CompletableFuture<Optional<Outcome>> turn = new CompletableFuture<>();
    private final List<Outcome> landed = new ArrayList<>();
    private final CompletableFuture<LookupResult> provider = new CompletableFuture<>();
    private final List<FakeRun> asked = new ArrayList<>();
    private final SharedFlights flights = new SharedFlights() {
        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public CompletionStage<Optional<Outcome>> answer(String key, Instant until) {
            return turn;
        }

        @Override
        public void landed(String key, Outcome outcome) {
            landed.add(outcome);
        }
    };

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void takesAnothersAnswerAndCostsNothing() {
        SharedRun run = run(time, deadline);
        turn.complete(Optional.of(HIT));

        assertThat(result(run))
                .isEqualTo(new LookupResult(HIT, 0, 0, result(run).took()));
        assertThat(SharedRun.isElsewhere(run)).isTrue();
        assertThat(asked).isEmpty();
        assertThat(landed).isEmpty();
    }

    @Test
    void whatItTookIsNotWhatTheClockWasSetBy() {
        SharedRun run = run(time, deadline);
        time.pass(Duration.ofHours(-1));
        turn.complete(Optional.of(HIT));

        assertThat(result(run).took()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
    }

    @Test
    void asksWhenItIsItsTurnAndTellsTheOthers() {
        SharedRun run = run(time, deadline);
        assertThat(run.waitingFor()).isEqualTo("another replica, which asks the same");
        turn.complete(Optional.empty());
        LookupResult answer = FakeProvider.result(HIT);
        provider.complete(answer);

        assertThat(result(run)).isEqualTo(answer);
        assertThat(SharedRun.isElsewhere(run)).isFalse();
        assertThat(landed).containsExactly(HIT);
    }

    @Test
    void asksAsLongAsTheLatestWaiterHasTime() {
        SharedRun run = run(time, deadline);
        run.extendTo(deadline.plusSeconds(5));
        turn.complete(Optional.empty());
        run.extendTo(deadline.plusSeconds(9));

        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).extensions()).containsExactly(deadline.plusSeconds(9));
    }

    @Test
    void leavesAtItsDeadlineAndLetsTheNextOneAskWhenItsTurnComesTooLate() {
        SharedRun run = run(Clock.systemUTC(), Instant.now().plusMillis(100));
        assertThat(result(run).outcome().status()).isEqualTo(Status.TIMEOUT);
        turn.complete(Optional.empty());

        assertThat(asked).isEmpty();
        assertThat(landed).extracting(Outcome::status).containsExactly(Status.TIMEOUT);
    }

    @Test
    void endsWhenNobodyWaits() {
        SharedRun waiting = run(time, deadline);
        waiting.cancel();

        assertThat(result(waiting).outcome().status()).isEqualTo(Status.KILLED);
    }

    private SharedRun run(Clock clock, Instant until) {
        return new SharedRun(
                        flights,
                        "key",
                        until,
                        end -> {
                            FakeRun run = new FakeRun(provider);
                            asked.add(run);
                            return run;
                        },
                        timer,
                        clock)
                .begin();
    }

    private static LookupResult result(SharedRun run) {
        return run.result().toCompletableFuture().join();
    }
}
