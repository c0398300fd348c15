package io.indago.hub.accounting;

import io.indago.hub.store.EventTransaction;
import io.indago.routes.connector.DeliveryEvent;
import io.indago.routes.connector.DeliveryStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps in PostgreSQL what connectors were told. */
@Component
final class JdbcDeliveryStore implements DeliveryStore {
    private static final String MERGE = """
            insert into accounting.delivery (enrichment, connector, indicator_type, indicator_value, verdict, tlp, sandbox,
                outcome, effect, reference, reason, attempts, calls, bytes, took_ms, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (enrichment, connector) do update set outcome = excluded.outcome, effect = excluded.effect,
                reference = excluded.reference, reason = excluded.reason, attempts = excluded.attempts,
                calls = excluded.calls, bytes = excluded.bytes, took_ms = excluded.took_ms, at = excluded.at
            where delivery.at <= excluded.at
            """;
    private static final String LATEST =
            "select * from accounting.delivery where connector = ? order by at desc, enrichment limit ?";

    private final JdbcTemplate jdbc;
    private final EventTransaction transaction;

    JdbcDeliveryStore(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = new EventTransaction(transaction);
    }

    private record Key(String enrichment, String connector) {}

    @Override
    public void store(List<DeliveryEvent> events) throws StoreUnavailableException, RefusedEventException {
        Map<Key, DeliveryEvent> latest = new LinkedHashMap<>();
        events.forEach(event -> latest.merge(
                new Key(event.enrichment(), event.connector()),
                event,
                (old, other) -> other.at().isBefore(old.at()) ? old : other));
        transaction.run(() -> jdbc.batchUpdate(
                MERGE, latest.values().stream().map(JdbcDeliveryStore::row).toList()));
    }

    private static Object[] row(DeliveryEvent event) {
        return new Object[] {
            UUID.fromString(event.enrichment()),
            event.connector(),
            event.type(),
            event.value(),
            event.verdict(),
            event.tlp(),
            event.sandbox(),
            event.outcome(),
            event.effect().orElse(null),
            event.reference().orElse(null),
            event.reason(),
            event.attempts(),
            event.calls(),
            event.bytes(),
            event.tookMs(),
            Timestamp.from(event.at())
        };
    }

    @Override
    public List<DeliveryEvent> latest(String connector, int limit) throws StoreUnavailableException {
        try {
            return jdbc.query(LATEST, (row, number) -> event(row), connector, limit);
        } catch (DataAccessException away) {
            throw new StoreUnavailableException("PostgreSQL can't be read", away);
        }
    }

    private static DeliveryEvent event(ResultSet row) throws SQLException {
        return new DeliveryEvent(
                DeliveryEvent.SCHEMA,
                row.getString("enrichment"),
                row.getString("connector"),
                row.getString("indicator_type"),
                row.getString("indicator_value"),
                row.getString("verdict"),
                row.getString("tlp"),
                row.getBoolean("sandbox"),
                row.getString("outcome"),
                Optional.ofNullable(row.getString("effect")),
                Optional.ofNullable(row.getString("reference")),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getInt("calls"),
                row.getLong("bytes"),
                row.getLong("took_ms"),
                row.getTimestamp("at").toInstant());
    }
}
