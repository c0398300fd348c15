package io.indago.hub.quota;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What providers want to be left alone, and how long, in PostgreSQL. */
final class PauseTable {
    private static final String BEGIN = """
            insert into accounting.quota_pause as p (name, ends)
            values (?, clock_timestamp() + ? * interval '1 millisecond')
            on conflict (name) do update set ends = greatest(p.ends, excluded.ends)
            """;
    private static final String READ = """
            select name, ceil(extract(epoch from ends - clock_timestamp()) * 1000)::bigint as millis
            from accounting.quota_pause where ends > clock_timestamp()
            """;

    private final JdbcTemplate jdbc;

    PauseTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void begin(String name, Duration time) {
        Bounded.query(jdbc, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
                statement.setString(1, name);
                statement.setLong(2, time.toMillis());
                return statement.executeUpdate();
            }
        });
    }

    /** What is left of each. */
    Map<String, Duration> read() {
        return Bounded.query(jdbc, connection -> {
            Map<String, Duration> left = new HashMap<>();
            try (PreparedStatement statement = connection.prepareStatement(READ);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    left.put(rows.getString("name"), Duration.ofMillis(rows.getLong("millis")));
                }
            }
            return left;
        });
    }

    void forgetPast() {
        jdbc.update("delete from accounting.quota_pause where ends < clock_timestamp()");
    }
}
