package io.indago.hub.admission;

import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.limit.LimitKind;
import io.indago.routes.limit.LimitOverride;
import io.indago.routes.limit.LimitOverrides;
import io.indago.routes.limit.RateLimit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Overrides in PostgreSQL, read again every two seconds, so that what one replica is told holds for all. While the database
 * is away, what was known last holds.
 */
@Component
final class JdbcLimitOverrides implements LimitOverrides {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcLimitOverrides.class);

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private volatile Map<Key, LimitOverride> known = Map.of();
    private volatile boolean readable = true;

    JdbcLimitOverrides(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Key(LimitKind kind, String name) {}

    @Override
    public Optional<LimitOverride> find(LimitKind kind, String name) {
        Map<Key, LimitOverride> now = known;
        return now.isEmpty() ? Optional.empty() : Optional.ofNullable(now.get(new Key(kind, name)));
    }

    @Override
    public List<LimitOverride> all() throws StoreUnavailableException {
        return asked(this::read);
    }

    /** Also throws away what is over. */
    @Override
    public void set(LimitOverride override) throws StoreUnavailableException {
        asked(() -> {
            jdbc.update("delete from accounting.rate_limit_override where until <= ?", Timestamp.from(clock.instant()));
            jdbc.update(
                    """
                    insert into accounting.rate_limit_override (kind, name, rate_limit, until, set_by, reason, set_at)
                    values (?, ?, ?, ?, ?, ?, ?)
                    on conflict (kind, name) do update set rate_limit = excluded.rate_limit, until = excluded.until,
                        set_by = excluded.set_by, reason = excluded.reason, set_at = excluded.set_at
                    """,
                    override.kind().id(),
                    override.name(),
                    override.limit().toString(),
                    Timestamp.from(override.until()),
                    override.by(),
                    override.reason(),
                    Timestamp.from(override.at()));
            return read();
        });
    }

    @Override
    public boolean clear(LimitKind kind, String name) throws StoreUnavailableException {
        return asked(() -> {
            boolean there = jdbc.update(
                            "delete from accounting.rate_limit_override where kind = ? and name = ? and until > ?",
                            kind.id(),
                            name,
                            Timestamp.from(clock.instant()))
                    > 0;
            read();
            return there;
        });
    }

    private static <T> T asked(Supplier<T> work) throws StoreUnavailableException {
        try {
            return work.get();
        } catch (DataAccessException away) {
            throw new StoreUnavailableException("PostgreSQL can't be asked", away);
        }
    }

    /** What others have set, too. */
    @Scheduled(fixedDelayString = "PT2S")
    void refresh() {
        try {
            read();
            readable = true;
        } catch (DataAccessException away) {
            if (readable) {
                LOG.warn("Which rate limits were set can't be read; what was known last holds: {}", away.getMessage());
            }
            readable = false;
        }
    }

    private List<LimitOverride> read() {
        List<LimitOverride> now = jdbc.query("""
                select kind, name, rate_limit, until, set_by, reason, set_at from accounting.rate_limit_override
                where until > ? order by kind, name
                """, (row, number) -> override(row), Timestamp.from(clock.instant()));
        known = now.stream().collect(Collectors.toUnmodifiableMap(set -> new Key(set.kind(), set.name()), set -> set));
        return now;
    }

    private static LimitOverride override(ResultSet row) throws SQLException {
        return new LimitOverride(
                LimitKind.ofId(row.getString("kind")).orElseThrow(),
                row.getString("name"),
                RateLimit.of(row.getString("rate_limit")),
                row.getTimestamp("until").toInstant(),
                row.getString("set_by"),
                row.getString("reason"),
                row.getTimestamp("set_at").toInstant());
    }
}
