package io.indago.hub.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.hub.config.IndagoProperties;
import io.indago.routes.accounting.AccountingEvent;
import io.indago.routes.accounting.AccountingEvent.Answer;
import io.indago.routes.accounting.AccountingEvent.Request;
import io.indago.routes.accounting.AccountingEvent.Stage;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lookups whose hub was killed. */
@ExtendWith(AccountsDatabase.Extension.class)
class InterruptedRequestsIT {
    private static final Instant NOW = Instant.now();

    private final AccountsDatabase database;
    private final JdbcAccountingStore store;
    private final InterruptedRequests interrupted;

    InterruptedRequestsIT(AccountsDatabase database) {
        this.database = database;
        store = database.store();
        IndagoProperties settings = new Binder(new MapConfigurationPropertySource(Map.of(
                        "indago.security.issuer-uri", "https://id.example", "indago.lookup.longest-deadline", "30s")))
                .bind("indago", IndagoProperties.class)
                .get();
        interrupted = new InterruptedRequests(database.jdbc(), settings, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void oneThatBeganLongerAgoThanAnyDeadlineIsInterruptedAndAYoungerOneIsNot() throws Exception {
        UUID old = started(Duration.ofMinutes(5).plusSeconds(31));
        UUID young = started(Duration.ofMinutes(5).plusSeconds(29));

        interrupted.markRecent();
        interrupted.markRecent();

        assertThat(stage(old)).isEqualTo(1);
        assertThat(stage(young)).isZero();
        assertThat(counted()).isEqualTo(Map.of("interrupted", 1L, "started", 1L));
    }

    @Test
    void anEndThatComesLateCompletesItAllTheSame() throws Exception {
        UUID id = started(Duration.ofMinutes(10));
        interrupted.markRecent();

        store.store(List.of(event(id, Stage.COMPLETED, Duration.ofMinutes(10))));
        interrupted.markRecent();
        store.store(List.of(event(id, Stage.STARTED, Duration.ofMinutes(10))));

        assertThat(stage(id)).isEqualTo(2);
        assertThat(counted()).isEqualTo(Map.of("200", 1L));
    }

    @Test
    void oneThatComesDaysLateIsFoundToo() throws Exception {
        UUID late = started(Duration.ofDays(20));

        interrupted.markRecent();
        assertThat(stage(late)).isZero();
        interrupted.markAll();
        assertThat(stage(late)).isEqualTo(1);
    }

    @Test
    void moreThanAreMarkedTogetherAreAllMarked() throws Exception {
        for (int i = 0; i < 2_100; i++) {
            started(Duration.ofMinutes(10));
        }
        interrupted.markRecent();

        assertThat(counted()).isEqualTo(Map.of("interrupted", 2_100L));
    }

    /** Somebody who stores holds the row: the next time will do. */
    @Test
    void whatAnotherHoldsIsNotWaitedFor() throws Exception {
        UUID id = started(Duration.ofMinutes(10));
        database.transaction().executeWithoutResult(open -> {
            database.jdbc().queryForList("select id from accounting.request where id = ? for update", id);
            Thread other = new Thread(interrupted::markRecent);
            other.start();
            try {
                other.join(10_000);
            } catch (InterruptedException interruption) {
                throw new IllegalStateException(interruption);
            }
            assertThat(other.isAlive()).isFalse();
        });
        assertThat(stage(id)).isZero();
        interrupted.markRecent();
        assertThat(stage(id)).isEqualTo(1);
    }

    /** Those that ended, all of a year, are not gone through for the few that did not. */
    @Test
    void theyAreFoundByAnIndexOfTheirOwn() throws Exception {
        store.store(new RandomEvents(3, NOW, Duration.ofHours(1)).ofRequests(3_000));
        interrupted.markRecent();
        new JdbcTemplate(database.owner()).execute("analyze accounting.request");
        List<String> indexes = database.jdbc()
                .queryForList(
                        "select indexname from pg_indexes where tablename like 'request%' and indexdef like '%(stage = 0)'",
                        String.class);

        String plan = String.join(
                "\n",
                database.jdbc()
                        .queryForList(
                                "explain " + InterruptedRequests.MARK,
                                String.class,
                                Timestamp.from(NOW),
                                LocalDate.ofInstant(NOW, ZoneOffset.UTC).minusYears(1),
                                1_000));
        assertThat(indexes).isNotEmpty();
        assertThat(plan).containsAnyOf(indexes.toArray(String[]::new));
    }

    private UUID started(Duration ago) throws Exception {
        UUID id = RandomEvents.id(NOW.minus(ago), new Random());
        store.store(List.of(event(id, Stage.STARTED, ago)));
        return id;
    }

    private static AccountingEvent event(UUID id, Stage stage, Duration ago) {
        Instant at = NOW.minus(ago);
        Optional<Answer> answer = stage == Stage.COMPLETED ? Optional.of(new Answer(200, 7, at)) : Optional.empty();
        Request request = new Request("GET", "/api/me", Map.of(), "127.0.0.1", "");
        return new AccountingEvent(
                AccountingEvent.SCHEMA,
                stage,
                id,
                at,
                at,
                "s",
                "someone",
                "c",
                Optional.empty(),
                request,
                Optional.empty(),
                answer);
    }

    private int stage(UUID id) {
        return database.jdbc().queryForObject("select stage from accounting.request where id = ?", Integer.class, id);
    }

    private Map<String, Long> counted() {
        return database
                .jdbc()
                .query(
                        "select status, sum(requests)::bigint from accounting.request_day group by 1 having sum(requests) <> 0",
                        (row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
