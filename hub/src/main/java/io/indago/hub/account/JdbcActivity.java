package io.indago.hub.account;

import io.indago.routes.account.Activity;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Activity as the accounting rows have it, which are there a moment after the request. */
final class JdbcActivity implements Activity {
    private static final String LAST = """
            select s.subject,
                (select max(r.started_at) from accounting.request r where r.subject = s.subject) as request,
                (select max(r.started_at) from accounting.request r where r.subject = s.subject
                    and r.endpoint = '/api/authenticate') as authentication
            from unnest(string_to_array(?, ',')) as s (subject)
            """;

    private final JdbcTemplate jdbc;

    JdbcActivity(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Last> of(Collection<String> subjects) throws StoreUnavailableException {
        Map<String, Last> last = new HashMap<>();
        try {
            jdbc.query(
                    LAST,
                    row -> {
                        last.put(
                                row.getString("subject"),
                                new Last(instant(row, "authentication"), instant(row, "request")));
                    },
                    String.join(",", subjects));
        } catch (DataAccessException away) {
            throw new StoreUnavailableException("PostgreSQL can't be read", away);
        }
        return last;
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
