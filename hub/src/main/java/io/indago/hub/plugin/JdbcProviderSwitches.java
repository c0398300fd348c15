package io.indago.hub.plugin;

import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.api.ProviderSwitches;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Switches in PostgreSQL, read again every few seconds, so that what one replica does holds for all. While the database
 * is away, what was known last holds.
 */
@Component
final class JdbcProviderSwitches implements ProviderSwitches {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcProviderSwitches.class);

    private final JdbcTemplate jdbc;
    private volatile Map<String, Disabled> disabled = Map.of();
    private volatile boolean readable = true;

    JdbcProviderSwitches(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Disabled> find(String id) {
        return Optional.ofNullable(disabled.get(id));
    }

    @Override
    public void disable(String id, Disabled by) throws StoreUnavailableException {
        change("""
                insert into accounting.plugin_switch (id, disabled_by, reason, disabled_at) values (?, ?, ?, ?)
                on conflict (id) do update set disabled_by = excluded.disabled_by, reason = excluded.reason,
                    disabled_at = excluded.disabled_at
                """, id, by.by(), by.reason(), Timestamp.from(by.at()));
    }

    @Override
    public void enable(String id) throws StoreUnavailableException {
        change("delete from accounting.plugin_switch where id = ?", id);
    }

    private void change(String sql, Object... values) throws StoreUnavailableException {
        try {
            jdbc.update(sql, values);
            read();
        } catch (DataAccessException away) {
            throw new StoreUnavailableException("PostgreSQL can't be written", away);
        }
    }

    /** What others have changed, too. */
    @Scheduled(fixedDelayString = "PT3S")
    void refresh() {
        try {
            read();
            readable = true;
        } catch (DataAccessException away) {
            if (readable) {
                LOG.warn(
                        "Which plugins are switched off can't be read; what was known last holds: {}",
                        away.getMessage());
            }
            readable = false;
        }
    }

    private void read() {
        Map<String, Disabled> now = new HashMap<>();
        jdbc.query("select id, disabled_by, reason, disabled_at from accounting.plugin_switch", row -> {
            now.put(
                    row.getString("id"),
                    new Disabled(
                            row.getString("disabled_by"),
                            row.getString("reason"),
                            row.getTimestamp("disabled_at").toInstant()));
        });
        disabled = Map.copyOf(now);
    }
}
