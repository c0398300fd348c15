package io.indago.hub.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.routes.accounting.AccountingEvent;
import io.indago.routes.accounting.EventStore.RefusedEventException;
import io.indago.routes.events.JsonMapping;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

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

    RetentionIT(AccountsDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void anEmptyDatabase() {
        database.anew("latest");
    }

    @AfterAll
    static void bringBackTheMonths(AccountsDatabase database) {
        database.anew("latest");
    }

    @Test
    void forgetsAddressesAfterNinetyDaysAndNothingElse() throws Exception {
        store(requests(Duration.ofDays(86)));
        store(requests(Duration.ofDays(91)));
        Map<String, Object> before = totals();

        assertThat(job().run().addresses()).isEqualTo(200);

        assertThat(count(FULL_ADDRESSES)).as("those of 86 days").isEqualTo(200);
        assertThat(database.jdbc()
                        .queryForList(
                                "select distinct address from accounting.request where user_agent = ''", String.class))
                .containsExactly("198.51.100.0/24");
        assertThat(count("select count(*) from accounting.request")).isEqualTo(400);
        assertThat(totals()).isEqualTo(before);
        assertThat(job().run().addresses()).isZero();
    }

    @Test
    void forgetsAnAddressThatArrivesLate() throws Exception {
        store(requests(Duration.ofDays(91)));
        job().run();
        store(new RandomEvents(6, Instant.now().minus(Duration.ofDays(91)), Duration.ofDays(3)).ofRequests(10));

        assertThat(job().run().addresses()).isEqualTo(10);
        assertThat(count(FULL_ADDRESSES)).isZero();
    }

    @Test
    void dropsMonthsKeepsWhatWasUsedAndTakesNothingOfThemAgain() throws Exception {
        List<AccountingEvent> old = requests(Duration.ofDays(15 * 31));
        store(old);
        store(requests(Duration.ofDays(12 * 30)));
        Map<String, Object> before = totals();

        Retention.Done done = job().run();

        assertThat(done.dropped()).isPositive();
        assertThat(count("select count(*) from accounting.request")).isEqualTo(200);
        assertThat(totals()).isEqualTo(before);
        assertThatThrownBy(() -> store(old)).isInstanceOf(RefusedEventException.class);
        assertThat(totals()).as("counted once").isEqualTo(before);
    }

    @Test
    void keepsTheWholeMonthInWhichTheTimeEnds() throws Exception {
        LocalDate first = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1).minusMonths(13);
        Instant oldest = first.atStartOfDay().toInstant(ZoneOffset.UTC);
        months(YearMonth.from(first).minusMonths(1));
        months(YearMonth.from(first));
        database.store().store(new RandomEvents(7, oldest, Duration.ofHours(1)).ofRequests(10));
        Instant next = oldest.plus(Duration.ofHours(2));
        database.store().store(new RandomEvents(8, next, Duration.ofHours(1)).ofRequests(10));

        assertThat(job().run().dropped()).isEqualTo(1);
        assertThat(count("select count(*) from accounting.request")).isEqualTo(10);
    }

    /** Nor does one of the version before, which asked by date. */
    @Test
    void aHubWhoseClockIsTwentyMonthsAheadTakesNothingAway() throws Exception {
        store(requests(Duration.ofDays(3)));
        LocalDate wrong = LocalDate.now(ZoneOffset.UTC).plusMonths(20);

        assertThatThrownBy(() -> database.jdbc()
                        .queryForObject(
                                "select accounting.drop_partitions(?)",
                                Integer.class,
                                wrong.withDayOfMonth(1).minusMonths(13)))
                .isInstanceOf(DataAccessException.class);
        Retention.Done done = job().run();

        assertThat(done.dropped() + done.addresses()).isZero();
        assertThat(count("select count(*) from accounting.request")).isEqualTo(200);
        store(new RandomEvents(9, Instant.now(), Duration.ofDays(3)).ofRequests(10));
    }

    @Test
    void nobodyIsToldToKeepNothing() {
        for (int months : List.of(0, -20)) {
            assertThatThrownBy(() -> database.jdbc()
                            .queryForObject("select accounting.drop_partitions(?)", Integer.class, months))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("at least a month is kept");
        }
    }

    @Test
    void makesMonthsAhead() throws Exception {
        YearMonth last = YearMonth.now(ZoneOffset.UTC).plusMonths(3);
        owner().execute("drop table accounting.request_%1$s, accounting.provider_call_%1$s".formatted(name(last)));

        assertThat(job().run().made()).isEqualTo(1);
        assertThat(job().run().made()).isZero();
        Instant then = last.atDay(2).atStartOfDay().toInstant(ZoneOffset.UTC);
        database.store().store(new RandomEvents(8, then, Duration.ofDays(1)).ofRequests(5));
    }

    /** Often, for what one passes over because of another is a matter of moments. */
    @RepeatedTest(5)
    void severalReplicasDoItOnce() throws Exception {
        store(requests(Duration.ofDays(91)));
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
        store(requests(Duration.ofDays(3)));
        Map<String, Object> before = totals();

        long forgotten = new JdbcReports(database.jdbc(), JsonMapping.mapper()).forget("user-2", "forgotten-1");

        assertThat(forgotten).isPositive();
        assertThat(count("select count(*) from audit.forgetting where pseudonym = 'forgotten-1'"))
                .as("in the audit as well")
                .isOne();
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
            return job().run().addresses();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private Retention job() {
        return new Retention(database.jdbc(), database.transaction(), Duration.ofDays(90), 13);
    }

    /** Requests of that time and three days before, whose months there are. */
    private List<AccountingEvent> requests(Duration ago) {
        Instant newest = Instant.now().minus(ago);
        months(YearMonth.from(newest.minus(Duration.ofDays(3)).atOffset(ZoneOffset.UTC)));
        months(YearMonth.from(newest.atOffset(ZoneOffset.UTC)));
        return new RandomEvents(5, newest, Duration.ofDays(3)).ofRequests(200);
    }

    private void store(List<AccountingEvent> events) throws Exception {
        database.store().store(events);
    }

    /** Makes a month that is before those the migration makes. */
    private void months(YearMonth month) {
        for (String table : List.of("request", "provider_call")) {
            owner().execute("""
                    create table if not exists accounting.%1$s_%2$s partition of accounting.%1$s
                    for values from (accounting.id_from('%3$s')) to (accounting.id_from('%4$s'))
                    """.formatted(
                    table, name(month), month.atDay(1), month.plusMonths(1).atDay(1)));
        }
    }

    private static String name(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("yyyy_MM"));
    }

    private JdbcTemplate owner() {
        return new JdbcTemplate(database.owner());
    }

    private Map<String, Object> totals() {
        return database.jdbc().queryForMap(TOTALS);
    }

    private long count(String sql) {
        return database.jdbc().queryForObject(sql, Long.class);
    }
}
