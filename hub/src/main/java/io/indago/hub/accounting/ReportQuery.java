package io.indago.hub.accounting;

import io.indago.routes.report.Figures;
import io.indago.routes.report.Grouping;
import io.indago.routes.report.Page;
import io.indago.routes.report.Question;
import io.indago.routes.report.UsageReport;
import io.indago.routes.report.UsageReport.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** A report from the roll-ups: the totals, then a page of its rows, in one statement and so of one moment. */
record ReportQuery(JdbcTemplate jdbc) {
    private static final String OF_REQUESTS = """
            sum(requests) as requests, sum(requests) filter (where indicator_type <> '') as lookups,
                sum(answered_bytes) as answered_bytes,""";
    private static final String OF_CALLS = """
            sum(billed + shared + cached + refused) as requests, sum(billed + shared + cached) as lookups,
                0 as answered_bytes,""";
    private static final String PAGE = """
            with part as materialized (
                select %1$s as key, grouping(%1$s) as whole, %2$s
                    sum(billed) as billed, sum(shared) as shared, sum(cached) as cached, sum(refused) as refused,
                    sum(calls) as calls, sum(received_bytes) as received_bytes, trim_scale(sum(cost)) as cost
                from accounting.%3$s where %4$s
                group by grouping sets ((%1$s), ())
                having grouping(%1$s) = 1 or sum(%5$s) <> 0)
            (select part.*, (select count(*) from part where whole = 0) as parts,
                (select max(last_at) from accounting.request_day where %4$s and requests <> 0) as as_of
            from part where whole = 1)
            union all
            (select part.*, null, null from part where whole = 0 order by %6$s limit ? offset ?)
            """;

    UsageReport report(Grouping by, Question question) {
        Rollups rollups = Rollups.of(question.whose(), question.days());
        List<Object> parameters = new ArrayList<>(rollups.parameters());
        parameters.addAll(rollups.parameters());
        parameters.add(question.page().limit());
        parameters.add(question.page().offset());
        return jdbc.query(
                sql(by, rollups.condition()), (ResultSet rows) -> read(by, question, rows), parameters.toArray());
    }

    private static String sql(Grouping by, String condition) {
        return PAGE.formatted(
                key(by),
                by.ofCalls() ? OF_CALLS : OF_REQUESTS,
                by.ofCalls() ? "provider_day" : "request_day",
                condition,
                by.ofCalls() ? "billed + shared + cached + refused" : "requests",
                by == Grouping.DAY ? "key" : "requests desc, key");
    }

    private static String key(Grouping by) {
        return switch (by) {
            case USER -> "username";
            case PROVIDER -> "provider";
            case TYPE -> "indicator_type";
            case OUTCOME -> "outcome";
            case STATUS -> "status";
            case DAY -> "day";
        };
    }

    private static UsageReport read(Grouping by, Question question, ResultSet rows) throws SQLException {
        rows.next();
        Figures totals = figures(rows);
        long parts = rows.getLong("parts");
        Optional<Instant> asOf = Optional.ofNullable(rows.getTimestamp("as_of")).map(Timestamp::toInstant);
        List<Row> page = new ArrayList<>();
        while (rows.next()) {
            page.add(new Row(rows.getString("key"), figures(rows)));
        }
        Page which = question.page();
        return new UsageReport(
                question.days().from(),
                question.days().to(),
                asOf,
                by,
                JdbcReports.named(question.whose()),
                parts,
                which.offset(),
                which.limit(),
                totals,
                page);
    }

    /** A sum of nothing is null, which is read as nothing. */
    private static Figures figures(ResultSet row) throws SQLException {
        return new Figures(
                row.getLong("requests"),
                row.getLong("lookups"),
                row.getLong("answered_bytes"),
                row.getLong("billed"),
                row.getLong("shared"),
                row.getLong("cached"),
                row.getLong("refused"),
                row.getLong("calls"),
                row.getLong("received_bytes"),
                Cost.of(row));
    }
}
