package io.indago.hub.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.routes.events.JsonMapping;
import io.indago.routes.report.DayRange;
import io.indago.routes.report.Grouping;
import io.indago.routes.report.Page;
import io.indago.routes.report.Question;
import io.indago.routes.report.Reports;
import io.indago.routes.report.Whose;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How long reports and logs of the default range take, warm, beside a year of accounts. {@code -Dindago.accounts=5000000}
 * makes that many lookups, for which 15 GB of disk and a quarter of an hour are needed; the suite makes few.
 */
@ExtendWith(AccountsDatabase.Extension.class)
class ReportSpeedIT {
    private static final int LOOKUPS = Integer.getInteger("indago.accounts", 24_000);
    private static final int RUNS = 20;
    private static final long LIMIT_MS = 300;

    private final AccountsDatabase database;

    ReportSpeedIT(AccountsDatabase database) {
        this.database = database;
    }

    @AfterAll
    static void bringBackTheMonths(AccountsDatabase database) {
        database.anew("latest");
    }

    @Test
    void answersEveryReportBeforeAnybodyWaits() throws Exception {
        Instant began = Instant.now();
        new GeneratedAccounts(database, LOOKUPS).fill();
        System.out.printf("%n%,d lookups made in %s%n", LOOKUPS, Duration.between(began, Instant.now()));
        Map<String, Long> slowest = new LinkedHashMap<>();
        for (Map.Entry<String, Callable<?>> question : questions().entrySet()) {
            slowest.put(question.getKey(), p95(question.getValue()));
        }
        slowest.forEach((name, millis) -> System.out.printf("%-28s %5d ms%n", name, millis));

        assertThat(slowest)
                .allSatisfy((name, millis) -> assertThat(millis).as(name).isLessThan(LIMIT_MS));
        assertThat(new JdbcReports(database.jdbc(), JsonMapping.mapper())
                        .report(Grouping.USER, everybody())
                        .total())
                .isEqualTo(200);
    }

    private Map<String, Callable<?>> questions() {
        Reports reports = new JdbcReports(database.jdbc(), JsonMapping.mapper());
        Question one = new Question(Whose.username("user-7"), days(), new Page(0, 50));
        Map<String, Callable<?>> questions = new LinkedHashMap<>();
        for (Grouping by : Grouping.values()) {
            questions.put("reports by " + by.id(), () -> reports.report(by, everybody()));
        }
        for (Grouping by : Grouping.values()) {
            questions.put("report of one by " + by.id(), () -> reports.report(by, one));
        }
        questions.put("logs", () -> reports.log(everybody()));
        questions.put(
                "logs, 10,000 rows", () -> reports.log(new Question(Whose.EVERYBODY, days(), new Page(0, 10_000))));
        questions.put(
                "logs, offset 100,000",
                () -> reports.log(new Question(Whose.EVERYBODY, days(), new Page(100_000, 50))));
        questions.put("log of one", () -> reports.log(one));
        questions.put("own usage", () -> reports.usage("subject-user-7", days(), Instant.now()));
        return questions;
    }

    private static Question everybody() {
        return new Question(Whose.EVERYBODY, days(), new Page(0, 50));
    }

    private static DayRange days() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return new DayRange(today.minusDays(28), today);
    }

    /** The 19th of 20 after a first one, in milliseconds. */
    private static long p95(Callable<?> question) throws Exception {
        question.call();
        long[] nanos = new long[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            question.call();
            nanos[run] = System.nanoTime() - start;
        }
        java.util.Arrays.sort(nanos);
        return nanos[RUNS - 2] / 1_000_000;
    }
}
