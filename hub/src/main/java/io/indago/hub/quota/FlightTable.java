package io.indago.hub.quota;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who asks what, and what came of it, in PostgreSQL. */
final class FlightTable {
    /** Of those that nobody asks any more, whoever comes first has the turn. */
    private static final String TURN = """
            with wish as (select key, millis from unnest(?::text[], ?::bigint[]) as wish (key, millis)),
            turn as (
                insert into accounting.lookup_flight as f (key, replica, ends)
                select key, ?, clock_timestamp() + millis * interval '1 millisecond' from wish order by key
                on conflict (key) do update set replica = excluded.replica, ends = excluded.ends, answer = null
                where f.ends < clock_timestamp() or (f.replica = excluded.replica and f.answer is null)
                returning key)
            select wish.key, turn.key is not null as mine, flight.answer from wish left join turn using (key)
                left join accounting.lookup_flight flight on flight.key = wish.key and flight.ends > clock_timestamp()
            """;

    private static final String KEEP = """
            update accounting.lookup_flight set answer = ?::jsonb,
                ends = clock_timestamp() + ? * interval '1 millisecond'
            where key = ? and replica = ?
            """;

    private final JdbcTemplate jdbc;
    private final UUID replica;

    FlightTable(JdbcTemplate jdbc, UUID replica) {
        this.jdbc = jdbc;
        this.replica = replica;
    }

    /**
     * How a question stands.
     *
     * @param mine whether it is this replica's turn
     * @param answer empty while it is being asked
     */
    record Standing(boolean mine, Optional<String> answer) {}

    /**
     * How these stand; whose turn it is to ask has it now.
     *
     * @param questions and how long this replica would ask
     */
    Map<String, Standing> turns(Map<String, Duration> questions) {
        return Bounded.query(jdbc, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(TURN)) {
                statement.setArray(
                        1, connection.createArrayOf("text", questions.keySet().toArray()));
                statement.setArray(
                        2,
                        connection.createArrayOf(
                                "bigint",
                                questions.values().stream()
                                        .map(Duration::toMillis)
                                        .toArray()));
                statement.setObject(3, replica);
                Map<String, Standing> standings = new HashMap<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        standings.put(
                                rows.getString("key"),
                                new Standing(rows.getBoolean("mine"), Optional.ofNullable(rows.getString("answer"))));
                    }
                }
                return standings;
            }
        });
    }

    /** For those who ask the same in that time. */
    void keep(String key, String answer, Duration time) {
        jdbc.update(KEEP, answer, time.toMillis(), key, replica);
    }

    /** It is the next one's turn. */
    void leave(String key) {
        jdbc.update(
                "delete from accounting.lookup_flight where key = ? and replica = ? and answer is null", key, replica);
    }

    void forgetPast() {
        jdbc.update("delete from accounting.lookup_flight where ends < clock_timestamp()");
    }
}
