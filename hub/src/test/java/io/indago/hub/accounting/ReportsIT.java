package io.indago.hub.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.indago.routes.accounting.AccountingEvent;
import io.indago.routes.accounting.AccountingEvent.Stage;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.events.JsonMapping;
import io.indago.routes.report.DayRange;
import io.indago.routes.report.Figures;
import io.indago.routes.report.Grouping;
import io.indago.routes.report.Page;
import io.indago.routes.report.Question;
import io.indago.routes.report.RequestLog;
import io.indago.routes.report.Usage;
import io.indago.routes.report.Usage.ProviderUsage;
import io.indago.routes.report.UsageReport;
import io.indago.routes.report.UsageReport.Row;
import io.indago.routes.report.Whose;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reports and logs of the requests of four users in five days, in the real PostgreSQL. */
@ExtendWith(AccountsDatabase.Extension.class)
class ReportsIT {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final DayRange ALL = new DayRange(TODAY.minusDays(28), TODAY);
    private static final Page WIDE = new Page(0, 1_000);

    private final AccountsDatabase database;
    private final JdbcReports reports;
    private List<AccountingEvent> events = List.of();

    ReportsIT(AccountsDatabase database) {
        this.database = database;
        this.reports = new JdbcReports(database.jdbc(), JsonMapping.mapper());
    }

    @BeforeEach
    void someRequests() throws Exception {
        events = new RandomEvents(11, Instant.now(), Duration.ofDays(5)).ofRequests(300);
        List<AccountingEvent> delivered = new ArrayList<>(events);
        Collections.shuffle(delivered, new java.util.Random(11));
        database.store().store(delivered);
    }

    @ParameterizedTest
    @EnumSource(Grouping.class)
    void theRowsOfAReportAddUpToItsTotals(Grouping by) throws Exception {
        UsageReport report = reports.report(by, new Question(Whose.EVERYBODY, ALL, WIDE));

        assertThat(report.rows()).hasSizeGreaterThan(2).hasSize((int) report.total());
        assertThat(report.rows().stream()
                        .mapToLong(row -> row.figures().requests())
                        .sum())
                .isEqualTo(report.totals().requests());
        assertThat(report.rows().stream()
                        .mapToLong(row -> row.figures().billed())
                        .sum())
                .isEqualTo(report.totals().billed());
        assertThat(report.rows().stream()
                        .map(row -> row.figures().cost())
                        .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add))
                .isEqualByComparingTo(report.totals().cost());
        assertThat(report.asOf())
                .hasValueSatisfying(at -> assertThat(at).isAfter(Instant.now().minus(Duration.ofDays(1))));
    }

    @Test
    void countsWhatTheEventsSay() throws Exception {
        List<AccountingEvent> ended = events.stream()
                .filter(event -> event.stage() == Stage.COMPLETED)
                .toList();
        long requests = events.stream().map(AccountingEvent::id).distinct().count();
        long lookups = events.stream()
                .filter(event -> event.lookup().isPresent())
                .map(AccountingEvent::id)
                .distinct()
                .count();
        long cached = ended.stream()
                .flatMap(event -> event.lookup().stream())
                .flatMap(lookup -> lookup.providers().stream())
                .filter(provider -> "cache".equals(provider.origin()))
                .count();

        Figures totals = reports.report(Grouping.USER, new Question(Whose.EVERYBODY, ALL, WIDE))
                .totals();

        assertThat(totals.requests()).isEqualTo(requests);
        assertThat(totals.lookups()).isEqualTo(lookups);
        assertThat(totals.cached()).isEqualTo(cached);
        assertThat(totals.bytesAnswered())
                .isEqualTo(ended.stream()
                        .mapToLong(event -> event.answer().orElseThrow().bytes())
                        .sum());
        assertThat(totals.cost())
                .isEqualByComparingTo(ended.stream()
                        .flatMap(event -> event.lookup().stream())
                        .flatMap(lookup -> lookup.providers().stream())
                        .map(provider -> provider.cost())
                        .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add));
    }

    @Test
    void showsRowsByThePage() throws Exception {
        UsageReport all = reports.report(Grouping.PROVIDER, new Question(Whose.EVERYBODY, ALL, WIDE));
        List<Row> pages = new ArrayList<>();
        for (int offset = 0; offset < all.total(); offset += 2) {
            UsageReport page =
                    reports.report(Grouping.PROVIDER, new Question(Whose.EVERYBODY, ALL, new Page(offset, 2)));
            assertThat(page.totals()).isEqualTo(all.totals());
            assertThat(page.total()).isEqualTo(all.total());
            pages.addAll(page.rows());
        }

        assertThat(pages).isEqualTo(all.rows());
        assertThat(reports.report(Grouping.PROVIDER, new Question(Whose.EVERYBODY, ALL, new Page(1_000, 5)))
                        .rows())
                .isEmpty();
    }

    @Test
    void aUsersReportIsHisAlone() throws Exception {
        Row alice = reports.report(Grouping.USER, new Question(Whose.EVERYBODY, ALL, WIDE)).rows().stream()
                .filter(row -> row.key().equals("user-2"))
                .findFirst()
                .orElseThrow();
        Figures byName = reports.report(Grouping.DAY, new Question(Whose.username("user-2"), ALL, WIDE))
                .totals();
        Figures byId = reports.report(Grouping.STATUS, new Question(Whose.subject("subject-2"), ALL, WIDE))
                .totals();
        Usage usage = reports.usage("subject-2", ALL, Instant.now());

        assertThat(byName).isEqualTo(alice.figures()).isEqualTo(byId);
        assertThat(usage.requests()).isEqualTo(byName.requests());
        assertThat(usage.bytes()).isEqualTo(byName.bytesAnswered());
        assertThat(usage.cost()).isEqualByComparingTo(byName.cost());
        assertThat(usage.providers().stream().mapToLong(ProviderUsage::billed).sum())
                .isEqualTo(byName.billed());
        assertThat(usage.providers().stream().mapToLong(ProviderUsage::hits).sum())
                .isPositive();
    }

    @Test
    void daysOutsideTheRangeDoNotCount() throws Exception {
        DayRange yesterday = new DayRange(TODAY.minusDays(1), TODAY.minusDays(1));
        UsageReport report = reports.report(Grouping.DAY, new Question(Whose.EVERYBODY, yesterday, WIDE));
        RequestLog log = reports.log(new Question(Whose.EVERYBODY, yesterday, WIDE));

        assertThat(report.rows()).singleElement().satisfies(row -> assertThat(row.key())
                .isEqualTo(yesterday.from().toString()));
        assertThat(log.total())
                .isEqualTo(report.totals().requests())
                .isEqualTo(log.entries().size());
        assertThat(log.entries()).allSatisfy(entry -> assertThat(LocalDate.ofInstant(entry.at(), ZoneOffset.UTC))
                .isEqualTo(yesterday.from()));
    }

    @Test
    void aRangeWithoutRequestsIsAnEmptyReport() throws Exception {
        DayRange before = new DayRange(LocalDate.of(2001, 1, 1), LocalDate.of(2001, 1, 2));

        UsageReport report = reports.report(Grouping.OUTCOME, new Question(Whose.EVERYBODY, before, WIDE));

        assertThat(report.total()).isZero();
        assertThat(report.totals().requests()).isZero();
        assertThat(report.asOf()).isEmpty();
        assertThat(reports.log(new Question(Whose.EVERYBODY, before, WIDE)).total())
                .isZero();
    }

    @Test
    void logsEveryRequestOnceTheLatestFirst() throws Exception {
        RequestLog log = reports.log(new Question(Whose.EVERYBODY, ALL, WIDE));

        assertThat(log.entries()).hasSize(300).hasSize((int) log.total());
        assertThat(log.entries())
                .extracting(RequestLog.Entry::id)
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        RequestLog page = reports.log(new Question(Whose.EVERYBODY, ALL, new Page(290, 50)));
        assertThat(page.entries()).isEqualTo(log.entries().subList(290, 300));
        assertThat(log.entries().get(0).address()).startsWith("198.51.100.");
        assertThat(log.entries().get(0).parameters()).containsEntry("tlp", "AMBER");
    }

    @Test
    void logsAUsersRequests() throws Exception {
        RequestLog log = reports.log(new Question(Whose.username("user-1"), ALL, WIDE));

        assertThat(log.entries()).isNotEmpty().hasSize((int) log.total()).allSatisfy(entry -> assertThat(entry.user())
                .isEqualTo("user-1"));
        assertThat(reports.knows("user-1")).isTrue();
        assertThat(reports.knows("user-1' or '1'='1")).isFalse();
    }

    @Test
    void saysSoWhenTheDatabaseIsAway() {
        database.postgres().server().kill();
        try {
            assertThatThrownBy(() -> reports.knows("user-1")).isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(() -> reports.log(new Question(Whose.EVERYBODY, ALL, WIDE)))
                    .isInstanceOf(StoreUnavailableException.class);
        } finally {
            database.postgres().server().start();
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> reports.knows("user-1"));
        }
    }
}
