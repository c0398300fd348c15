package io.indago.hub.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.audit.AuditActor;
import io.indago.routes.audit.AuditEntries;
import io.indago.routes.audit.AuditEntry;
import io.indago.routes.audit.AuditEvent;
import io.indago.routes.audit.AuditFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads the chain from PostgreSQL. */
@Component
final class JdbcAuditEntries implements AuditEntries {
    static final String LAST = "select * from audit.entry order by position desc limit 1";
    private static final String AFTER = "select * from audit.entry where position > ? order by position limit 1000";

    private final JdbcTemplate jdbc;
    private final RowMapper<AuditEntry> mapper;

    JdbcAuditEntries(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.mapper = mapper(json);
    }

    @Override
    public List<AuditEntry> find(AuditFilter wanted, int offset, int limit) throws StoreUnavailableException {
        StringBuilder query = new StringBuilder("select * from audit.entry where true");
        List<Object> values = new ArrayList<>();
        wanted.user().ifPresent(user -> add(query, values, "username = ?", user));
        wanted.object().ifPresent(object -> add(query, values, "object = ?", object));
        wanted.outcome().ifPresent(outcome -> add(query, values, "outcome = ?", outcome));
        wanted.from().ifPresent(from -> add(query, values, "at >= ?", Timestamp.from(from)));
        wanted.to().ifPresent(to -> add(query, values, "at < ?", Timestamp.from(to)));
        wanted.action().ifPresent(action -> {
            add(query, values, "(action = ? or starts_with(action, ?))", action);
            values.add(action + ".");
        });
        values.add(limit);
        values.add(offset);
        return read(query + " order by position desc limit ? offset ?", values.toArray());
    }

    private static void add(StringBuilder query, List<Object> values, String condition, Object value) {
        query.append(" and ").append(condition);
        values.add(value);
    }

    @Override
    public Optional<AuditEntry> last() throws StoreUnavailableException {
        return read(LAST).stream().findFirst();
    }

    @Override
    public void scan(Consumer<AuditEntry> reader) throws StoreUnavailableException {
        List<AuditEntry> page = read(AFTER, Long.MIN_VALUE);
        while (!page.isEmpty()) {
            page.forEach(reader);
            page = read(AFTER, page.get(page.size() - 1).position());
        }
    }

    private List<AuditEntry> read(String query, Object... values) throws StoreUnavailableException {
        try {
            return jdbc.query(query, mapper, values);
        } catch (DataAccessException away) {
            throw new StoreUnavailableException("PostgreSQL can't be read", away);
        }
    }

    static RowMapper<AuditEntry> mapper(ObjectMapper json) {
        return (row, number) -> entry(row, json);
    }

    private static AuditEntry entry(ResultSet row, ObjectMapper json) throws SQLException {
        SortedMap<String, String> details = new TreeMap<>();
        boolean readable = read(row.getString("details"), json, details);
        AuditEvent event = new AuditEvent(
                AuditEvent.SCHEMA,
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                new AuditActor(
                        row.getString("subject"),
                        row.getString("username"),
                        row.getString("client"),
                        row.getString("address")),
                row.getString("action"),
                row.getString("object"),
                row.getString("outcome"),
                details);
        String hash = readable ? HexFormat.of().formatHex(row.getBytes("hash")) : "";
        return new AuditEntry(
                row.getLong("position"), event, HexFormat.of().formatHex(row.getBytes("previous_hash")), hash);
    }

    /** Whether all that is there are texts, as it is in every entry that was recorded. */
    private static boolean read(String text, ObjectMapper json, SortedMap<String, String> details) throws SQLException {
        try {
            JsonNode document = json.readTree(text);
            document.properties()
                    .forEach(each -> details.put(each.getKey(), each.getValue().asText()));
            return document.isObject()
                    && document.properties().stream()
                            .allMatch(each -> each.getValue().isTextual());
        } catch (JsonProcessingException impossible) {
            throw new SQLException("no JSON in a column of it", impossible);
        }
    }
}
