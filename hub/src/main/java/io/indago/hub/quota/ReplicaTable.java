package io.indago.hub.quota;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The replicas that live, in PostgreSQL. */
final class ReplicaTable {
    private static final String BEAT = """
            with beat as (insert into accounting.replica (id, seen) values (?, clock_timestamp())
                on conflict (id) do update set seen = excluded.seen)
            select clock_timestamp() as now, (select count(*) from accounting.replica
                where id <> ? and seen > clock_timestamp() - interval '6 seconds') as others
            """;

    private final JdbcTemplate jdbc;
    private final SharedClock clock;
    private final UUID replica;
    private volatile int count = 1;

    ReplicaTable(JdbcTemplate jdbc, SharedClock clock, UUID replica) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.replica = replica;
    }

    /** Says that this one lives, and sees who else does. */
    void beat() {
        count = 1
                + Bounded.query(jdbc, connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(BEAT)) {
                        statement.setObject(1, replica);
                        statement.setObject(2, replica);
                        SharedClock.Question question = clock.ask();
                        try (ResultSet row = statement.executeQuery()) {
                            row.next();
                            question.answered(
                                    row.getObject("now", OffsetDateTime.class).toInstant());
                            return row.getInt("others");
                        }
                    }
                });
    }

    /** How many there are, this one included, as it was seen last. */
    int count() {
        return count;
    }

    /** This one ends. */
    void leave() {
        jdbc.update("delete from accounting.replica where id = ?", replica);
    }

    /** Those that ended without a word. */
    void forgetDead() {
        jdbc.update("delete from accounting.replica where seen < clock_timestamp() - interval '1 hour'");
    }
}
