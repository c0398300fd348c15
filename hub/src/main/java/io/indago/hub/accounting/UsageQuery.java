package io.indago.hub.accounting;

import io.indago.routes.report.DayRange;
import io.indago.routes.report.Usage;
import io.indago.routes.report.Usage.ProviderUsage;
import io.indago.routes.report.Whose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a user has used, from the roll-ups. */
record UsageQuery(JdbcTemplate jdbc) {
    private static final String TOTALS = """
            select sum(requests) as requests, sum(requests) filter (where indicator_type <> '') as lookups,
                sum(answered_bytes) as bytes, trim_scale(sum(cost)) as cost,
                max(last_at) filter (where requests <> 0) as as_of
            from accounting.request_day where %s
            """;
    private static final String PROVIDERS = """
            select provider, sum(billed + shared + cached) as lookups,
                sum(billed + shared + cached) filter (where outcome = 'hit') as hits, sum(billed) as billed,
                sum(shared) as shared, sum(cached) as cached, sum(calls) as calls, sum(received_bytes) as bytes,
                trim_scale(sum(cost)) as cost
            from accounting.provider_day where %s
            group by provider having sum(billed + shared + cached) <> 0 order by provider
            """;

    Usage usage(String subject, DayRange days, Instant to) {
        Rollups rollups = Rollups.of(Whose.subject(subject), days);
        Object[] which = rollups.parameters().toArray();
        List<ProviderUsage> providers =
                jdbc.query(PROVIDERS.formatted(rollups.condition()), (row, number) -> provider(row), which);
        List<Usage> usage = jdbc.query(
                TOTALS.formatted(rollups.condition()), (row, number) -> usage(row, days, to, providers), which);
        return usage.get(0);
    }

    private static ProviderUsage provider(ResultSet row) throws SQLException {
        return new ProviderUsage(
                row.getString("provider"),
                row.getLong("lookups"),
                row.getLong("hits"),
                row.getLong("billed"),
                row.getLong("shared"),
                row.getLong("cached"),
                row.getLong("calls"),
                row.getLong("bytes"),
                Cost.of(row));
    }

    private static Usage usage(ResultSet row, DayRange days, Instant to, List<ProviderUsage> providers)
            throws SQLException {
        return new Usage(
                days.start(),
                to,
                Optional.ofNullable(row.getTimestamp("as_of")).map(Timestamp::toInstant),
                row.getLong("requests"),
                row.getLong("lookups"),
                row.getLong("bytes"),
                Cost.of(row),
                providers,
                Optional.empty(),
                Optional.empty());
    }
}
