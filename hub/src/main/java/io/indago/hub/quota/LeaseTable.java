package io.indago.hub.quota;

import io.indago.routes.guard.QuotaLedger.Lease;
import io.indago.routes.guard.QuotaWindow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** Leases in PostgreSQL: any number of them in one statement, each decided by the row's own lock. */
final class LeaseTable {
    /** Rows in one order, so that two replicas never wait for each other. */
    private static final String LEASE = """
            insert into accounting.quota_window as w (key, starts, ends, calls, leased, granted, parts, holder, held)
            select key, starts, ends, calls, part, part, parts, holder, case when holder is null then 0 else part end
            from (select key, starts::timestamptz, ends::timestamptz, calls, parts,
                      coalesce((calls + parts - 1) / nullif(parts, 0), 0) as part,
                      case when starts::timestamptz > clock_timestamp() then ?::uuid end as holder
                  from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::integer[])
                      as wish (key, starts, ends, calls, parts)) as wish
            order by key, starts
            on conflict (key, starts) do update set
                granted = coalesce((greatest(0, excluded.calls - w.leased) + excluded.parts - 1)
                    / nullif(excluded.parts, 0), 0),
                leased = w.leased + coalesce((greatest(0, excluded.calls - w.leased) + excluded.parts - 1)
                    / nullif(excluded.parts, 0), 0),
                calls = greatest(w.leased, excluded.calls), parts = excluded.parts,
                holder = coalesce(w.holder, excluded.holder),
                held = w.held + case when excluded.holder is null or w.holder <> excluded.holder then 0
                    else coalesce((greatest(0, excluded.calls - w.leased) + excluded.parts - 1)
                        / nullif(excluded.parts, 0), 0) end
            returning key, starts, leased, granted, clock_timestamp() as now
            """;

    private static final String GIVE_BACK = """
            update accounting.quota_window set leased = leased - ?,
                held = held - case when holder = ? then least(held, ?) else 0 end
            where key = ? and starts = ?::timestamptz and ends > clock_timestamp() and leased >= ?
            """;

    private static final String TAKE_BACK = """
            update accounting.quota_window set leased = leased - held, held = 0, holder = null
            where holder = ? and starts > clock_timestamp() + interval '2 seconds'
            """;

    private final JdbcTemplate jdbc;
    private final SharedClock clock;
    private final UUID replica;

    LeaseTable(JdbcTemplate jdbc, SharedClock clock, UUID replica) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.replica = replica;
    }

    /** One window, as the database names it. */
    private record Row(String key, Instant starts) {}

    /** Asks for all of them, each of another window; in the order of the requests. */
    List<Lease> lease(List<LeaseRequest> requests) {
        Map<Row, Lease> leases = Bounded.query(jdbc, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(LEASE)) {
                statement.setObject(1, replica);
                set(connection, statement, 2, "text", requests, request -> request.window()
                        .key());
                set(
                        connection,
                        statement,
                        3,
                        "text",
                        requests,
                        request -> text(request.window().starts()));
                set(
                        connection,
                        statement,
                        4,
                        "text",
                        requests,
                        request -> text(request.window().ends()));
                set(connection, statement, 5, "bigint", requests, LeaseRequest::limit);
                set(connection, statement, 6, "integer", requests, LeaseRequest::parts);
                return read(statement);
            }
        });
        return requests.stream()
                .map(LeaseRequest::window)
                .map(window -> leases.get(new Row(window.key(), window.starts())))
                .toList();
    }

    private Map<Row, Lease> read(PreparedStatement statement) throws SQLException {
        SharedClock.Question question = clock.ask();
        Map<Row, Lease> leases = new HashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                question.answered(instant(rows, "now"));
                leases.put(
                        new Row(rows.getString("key"), instant(rows, "starts")),
                        new Lease(rows.getLong("granted"), rows.getLong("leased")));
            }
        }
        return leases;
    }

    /** What of it is not over yet is for others again. */
    void giveBack(QuotaWindow window, long calls) {
        Bounded.query(jdbc, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(GIVE_BACK)) {
                statement.setLong(1, calls);
                statement.setObject(2, replica);
                statement.setLong(3, calls);
                statement.setString(4, window.key());
                statement.setString(5, text(window.starts()));
                statement.setLong(6, calls);
                return statement.executeUpdate();
            }
        });
    }

    /** What this replica leased of windows that have not begun, when it ran before: nobody can have spent it. */
    int takeBack() {
        return jdbc.update(TAKE_BACK, replica);
    }

    /** Windows that are over for everybody. */
    void forgetPast() {
        jdbc.update("delete from accounting.quota_window where ends < clock_timestamp() - interval '10 minutes'");
    }

    private static String text(Instant instant) {
        return instant.toString();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static void set(
            Connection connection,
            PreparedStatement statement,
            int index,
            String type,
            List<LeaseRequest> requests,
            Function<LeaseRequest, Object> value)
            throws SQLException {
        statement.setArray(
                index,
                connection.createArrayOf(type, requests.stream().map(value).toArray()));
    }
}
