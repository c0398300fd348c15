package io.indago.hub.accounting;

import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.accounting.Usage;
import io.indago.routes.accounting.Usage.ProviderUsage;
import io.indago.routes.accounting.UsageReports;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the accounts from PostgreSQL. */
@Component
final class JdbcUsageReports implements UsageReports {
    private static final String TOTALS = """
            select count(*) as requests, count(indicator_type) as lookups, coalesce(sum(bytes), 0) as bytes,
                max(coalesce(completed_at, started_at)) as as_of
            from accounting.request
            where subject = ? and started_at >= ? and started_at < ?
            """;
    private static final String PROVIDERS = """
            select provider, count(*) as lookups, count(*) filter (where c.status = 'hit') as hits,
                sum(c.calls) as calls, sum(c.bytes) as bytes
            from accounting.provider_call c join accounting.request r on r.id = c.request_id
            where r.subject = ? and r.started_at >= ? and r.started_at < ? and c.asked
            group by provider order by provider
            """;

    private final JdbcTemplate jdbc;

    JdbcUsageReports(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Usage usage(String subject, Instant from, Instant to) throws StoreUnavailableException {
        Object[] which = {subject, Timestamp.from(from), Timestamp.from(to)};
        try {
            List<ProviderUsage> providers = jdbc.query(PROVIDERS, (row, number) -> provider(row), which);
            return jdbc.queryForObject(TOTALS, (row, number) -> usage(row, from, to, providers), which);
        } catch (DataAccessException away) {
            throw new StoreUnavailableException("PostgreSQL can't be read", away);
        }
    }

    private static ProviderUsage provider(ResultSet row) throws SQLException {
        return new ProviderUsage(
                row.getString("provider"),
                row.getLong("lookups"),
                row.getLong("hits"),
                row.getLong("calls"),
                row.getLong("bytes"));
    }

    private static Usage usage(ResultSet row, Instant from, Instant to, List<ProviderUsage> providers)
            throws SQLException {
        Optional<Instant> asOf = Optional.ofNullable(row.getTimestamp("as_of")).map(Timestamp::toInstant);
        return new Usage(
                from, to, asOf, row.getLong("requests"), row.getLong("lookups"), row.getLong("bytes"), providers);
    }
}
