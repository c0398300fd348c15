package io.indago.hub.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.hub.store.EventTransaction;
import io.indago.routes.accounting.EventStore;
import io.indago.routes.audit.AuditEntry;
import io.indago.routes.audit.AuditEvent;
import io.indago.routes.audit.Commitments;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Appends audit events to the one chain of all hubs: one transaction at a time, which holds a lock until it ends. The hub's
 * role can do no more than that to the table.
 */
@Component
final class JdbcAuditStore implements EventStore<AuditEvent> {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('indago.audit.chain'))";
    private static final String KNOWN = "select id from audit.entry where id = any (?)";
    private static final String APPEND = """
            insert into audit.entry (position, id, at, subject, username, client, address, action, object, outcome,
                details, previous_hash, hash, actor_digest, actor_salt, address_digest, address_salt, object_digest,
                object_salt)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;
    private final EventTransaction transaction;
    private final ObjectMapper json;

    JdbcAuditStore(JdbcTemplate jdbc, TransactionTemplate transaction, ObjectMapper json) {
        this.jdbc = jdbc;
        this.transaction = new EventTransaction(transaction);
        this.json = json;
    }

    @Override
    public void store(List<AuditEvent> events) throws StoreUnavailableException, RefusedEventException {
        transaction.run(() -> append(events));
    }

    private void append(List<AuditEvent> events) {
        jdbc.query(LOCK, row -> {});
        UUID[] ids = events.stream().map(AuditEvent::id).toArray(UUID[]::new);
        Set<UUID> known = new HashSet<>(jdbc.queryForList(KNOWN, UUID.class, (Object) ids));
        Optional<AuditEntry> last = jdbc.query(JdbcAuditEntries.LAST, JdbcAuditEntries.mapper(json)).stream()
                .findFirst();
        List<Object[]> rows = new ArrayList<>();
        for (AuditEvent event : events) {
            if (known.add(event.id())) {
                AuditEntry entry = last.map(before -> before.next(event)).orElseGet(() -> AuditEntry.first(event));
                rows.add(row(entry));
                last = Optional.of(entry);
            }
        }
        jdbc.batchUpdate(APPEND, rows);
    }

    private Object[] row(AuditEntry entry) {
        AuditEvent event = entry.event();
        Commitments commitments = entry.commitments().orElseThrow();
        return new Object[] {
            entry.position(),
            event.id(),
            Timestamp.from(event.at()),
            event.actor().subject(),
            event.actor().username(),
            event.actor().client(),
            event.actor().address(),
            event.action(),
            event.object(),
            event.outcome(),
            text(event),
            bytes(entry.previousHash()),
            bytes(entry.hash()),
            bytes(commitments.actor().digest()),
            bytes(commitments.actor().salt().orElseThrow()),
            bytes(commitments.address().digest()),
            bytes(commitments.address().salt().orElseThrow()),
            bytes(commitments.object().digest()),
            bytes(commitments.object().salt().orElseThrow())
        };
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private String text(AuditEvent event) {
        try {
            return json.writeValueAsString(event.details());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
