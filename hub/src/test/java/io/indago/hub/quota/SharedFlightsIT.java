package io.indago.hub.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.hub.RunningHub;
import io.indago.local.LocalStack;
import io.indago.routes.events.JsonMapping;
import io.indago.spi.Report;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Who asks what, in the real PostgreSQL. */
@ExtendWith(RunningHub.Extension.class)
class SharedFlightsIT {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Outcome HIT = Outcome.of(Report.hit("seen").build());

    private final LocalStack stack;
    private final String key = UUID.randomUUID().toString();
    private final List<ScheduledExecutorService> threads = new ArrayList<>();
    private final JdbcFlights one;
    private final JdbcFlights other;

    SharedFlightsIT(RunningHub running) {
        stack = running.stack();
        one = flights(stack.postgresUrl());
        other = flights(stack.postgresUrl());
    }

    @AfterEach
    void stop() {
        threads.forEach(ScheduledExecutorService::shutdownNow);
    }

    @Test
    void oneAsksAndTheOtherGetsItsAnswer() {
        assertThat(ask(one, SOON).join()).isEmpty();
        CompletableFuture<Optional<Outcome>> waiting = ask(other, SOON);
        Awaitility.await().during(Duration.ofMillis(300)).until(() -> !waiting.isDone());
        one.landed(key, HIT);

        assertThat(waiting.join().map(Outcome::reason)).contains("seen");
        assertThat(ask(other, SOON).join().map(Outcome::status)).contains(Status.HIT);
    }

    @Test
    void theNextOneAsksWhenThereIsNoAnswer() {
        ask(one, SOON).join();
        CompletableFuture<Optional<Outcome>> waiting = ask(other, SOON);
        one.landed(key, Outcome.without(Status.TIMEOUT, "late"));

        assertThat(waiting.join()).isEmpty();
        CompletableFuture<Optional<Outcome>> again = ask(one, SOON);
        other.landed(key, HIT);
        assertThat(again.join()).isPresent();
    }

    @Test
    void theNextOneAsksWhenWhoAskedIsDead() {
        ask(one, Duration.ofMillis(700)).join();

        assertThat(ask(other, SOON).join()).isEmpty();
    }

    @Test
    void whatIsTooLongIsNotPassedOn() {
        ask(one, SOON).join();
        one.landed(key, Outcome.without(Status.NO_DATA, "x".repeat(70_000)));

        assertThat(ask(other, SOON).join()).isEmpty();
    }

    @Test
    void everybodyAsksHimselfWhileTheDatabaseIsAway() {
        JdbcFlights nowhere = flights("jdbc:postgresql://127.0.0.1:1/none");
        Instant begun = Instant.now();

        assertThat(ask(nowhere, SOON).join()).isEmpty();
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(2));
        nowhere.landed(key, HIT);
    }

    private CompletableFuture<Optional<Outcome>> ask(JdbcFlights replica, Duration time) {
        return replica.answer(key, Instant.now().plus(time)).toCompletableFuture();
    }

    private JdbcFlights flights(String url) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
        threads.add(thread);
        JdbcTemplate jdbc =
                new JdbcTemplate(new DriverManagerDataSource(url, stack.postgresUser(), stack.postgresPassword()));
        return new JdbcFlights(
                new FlightTable(jdbc, UUID.randomUUID()), () -> true, thread, JsonMapping.mapper(), Clock.systemUTC());
    }
}
