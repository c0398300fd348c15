package io.indago.hub.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.routes.accounting.AccountingEvent;
import io.indago.routes.accounting.EventStore.RefusedEventException;
import io.indago.routes.events.JsonMapping;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the accounts forget, and what they never do; in the real PostgreSQL, with the hub's own role. */
@ExtendWith(AccountsDatabase.Extension.class)
class RetentionIT {
    private static final String TOTALS = """
            select sum(requests) as requests, sum(answered_bytes) as bytes, sum(billed) as billed,
                trim_scale(sum(cost)) as cost, count(distinct username) as users
            from accounting.request_day where requests <> 0
            """;
    private static final String FULL_ADDRESSES =
            "select count(*) from accounting.request where address not like '%/%' or user_agent <> ''";

    private final AccountsDatabase database;
    private List<AccountingEvent> events = List.of();

    RetentionIT(AccountsDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void someRequests() throws Exception {
        database.anew("latest");
        events = new RandomEvents(5, Instant.now(), Duration.ofDays(3)).ofRequests(200);
        database.store().store(events);
    }

    @AfterAll
    static void bringBackTheMonths(AccountsDatabase database) {
        database.anew("latest");
    }

    @Test
    void forgetsAddressesAfterNinetyDaysAndNothingElse() throws Exception {
        Map<String, Object> before = totals();

        assertThat(job(Duration.ofDays(86)).run().addresses()).isZero();
        assertThat(count(FULL_ADDRESSES)).isEqualTo(200);
        Retention.Done done = job(Duration.ofDays(91)).run();

        assertThat(done.addresses()).isEqualTo(200);
        assertThat(count(FULL_ADDRESSES)).isZero();
        assertThat(database.jdbc().queryForList("select distinct address from accounting.request", String.class))
                .containsExactly("198.51.100.0/24");
        assertThat(count("select count(*) from accounting.request")).isEqualTo(200);
        assertThat(totals()).isEqualTo(before);
        assertThat(job(Duration.ofDays(91)).run().addresses()).isZero();
    }

    @Test
    void forgetsAnAddressThatArrivesLate() throws Exception {
        job(Duration.ofDays(91)).run();
        database.store().store(new RandomEvents(6, Instant.now(), Duration.ofDays(3)).ofRequests(10));

        assertThat(job(Duration.ofDays(91)).run().addresses()).isEqualTo(10);
        assertThat(count(FULL_ADDRESSES)).isZero();
    }

    @Test
    void dropsMonthsKeepsWhatWasUsedAndTakesNothingOfThemAgain() throws Exception {
        Map<String, Object> before = totals();

        Retention.Done done = job(Duration.ofDays(14 * 31)).run();

        assertThat(done.dropped()).isPositive();
        assertThat(count("select count(*) from accounting.request")).isZero();
        assertThat(count("select count(*) from accounting.provider_call")).isZero();
        assertThat(totals()).isEqualTo(before);
        assertThatThrownBy(() -> database.store().store(events)).isInstanceOf(RefusedEventException.class);
        assertThat(totals()).as("counted once").isEqualTo(before);
    }

    @Test
    void makesMonthsAhead() throws Exception {
        assertThat(job(Duration.ofDays(62)).run().made()).isBetween(1, 3);
        assertThat(job(Duration.ofDays(62)).run().made()).isZero();
        Instant inTwoMonths = Instant.now().plus(Duration.ofDays(62));
        database.store().store(new RandomEvents(8, inTwoMonths, Duration.ofDays(1)).ofRequests(5));
    }

    @Test
    void severalReplicasDoItOnce() {
        Map<String, Object> before = totals();
        int forgotten = IntStream.range(0, 4)
                .mapToObj(replica -> CompletableFuture.supplyAsync(this::addressesForgotten))
                .toList()
                .stream()
                .mapToInt(CompletableFuture::join)
                .sum();

        assertThat(forgotten).isEqualTo(200);
        assertThat(totals()).isEqualTo(before);
    }

    @Test
    void forgetsAUserAndKeepsWhatWasUsed() throws Exception {
        Map<String, Object> before = totals();

        long forgotten = new JdbcReports(database.jdbc(), JsonMapping.mapper()).forget("user-2", "forgotten-1");

        assertThat(forgotten).isPositive();
        assertThat(totals()).isEqualTo(before);
        assertThat(count("select count(*) from accounting.request where username = 'user-2' or subject = 'subject-2'"
                        + " or (username = 'forgotten-1' and (user_agent <> '' or address not like '%/%'))"))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from accounting.request_day where username = 'user-2' or subject = 'subject-2'"))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from accounting.provider_day where username = 'user-2' or subject = 'subject-2'"))
                .isZero();
        assertThat(count("select sum(requests) from accounting.request_day where username = 'forgotten-1'"))
                .isEqualTo(forgotten);
    }

    private int addressesForgotten() {
        try {
            return job(Duration.ofDays(91)).run().addresses();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private Retention job(Duration later) {
        Clock clock = Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC);
        return new Retention(database.jdbc(), database.transaction(), clock, Duration.ofDays(90), 13);
    }

    private Map<String, Object> totals() {
        return database.jdbc().queryForMap(TOTALS);
    }

    private long count(String sql) {
        return database.jdbc().queryForObject(sql, Long.class);
    }
}
