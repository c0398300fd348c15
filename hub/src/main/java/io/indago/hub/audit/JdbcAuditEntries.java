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
import io.indago.routes.audit.ChainCheckpoint;
import io.indago.routes.audit.Commitment;
import io.indago.routes.audit.Commitments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads the chain from PostgreSQL. */
@Component
final class JdbcAuditEntries implements AuditEntries {
    static final String LAST = "select * from audit.entry order by position desc limit 1";
    private static final String AFTER = "select * from audit.entry where position > ? order by position limit 1000";

    private static final String CHECKPOINT = "select * from audit.checkpoint order by position desc limit 1";
    private static final String PSEUDONYMS = "select distinct pseudonym from audit.forgetting";
    private static final RowMapper<ChainCheckpoint> CHECKPOINTS = (row, number) -> new ChainCheckpoint(
            row.getLong("position"),
            hex(row.getBytes("hash")),
            row.getTimestamp("deleted_at").toInstant());

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
    public Optional<ChainCheckpoint> checkpoint() throws StoreUnavailableException {
        return asked(() -> jdbc.query(CHECKPOINT, CHECKPOINTS)).stream().findFirst();
    }

    @Override
    public Set<String> pseudonyms() throws StoreUnavailableException {
        return Set.copyOf(asked(() -> jdbc.queryForList(PSEUDONYMS, String.class)));
    }

    @Override
    public void scan(long after, Consumer<AuditEntry> reader) throws StoreUnavailableException {
        List<AuditEntry> page = read(AFTER, after);
        while (!page.isEmpty()) {
            page.forEach(reader);
            page = read(AFTER, page.get(page.size() - 1).position());
        }
    }

    private List<AuditEntry> read(String query, Object... values) throws StoreUnavailableException {
        return asked(() -> jdbc.query(query, mapper, values));
    }

    private static <T> List<T> asked(Supplier<List<T>> query) throws StoreUnavailableException {
        try {
            return query.get();
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
        return new AuditEntry(
                row.getLong("position"),
                event,
                commitments(row),
                hex(row.getBytes("previous_hash")),
                readable ? hex(row.getBytes("hash")) : "");
    }

    /** Entries of the first hubs have none. */
    private static Optional<Commitments> commitments(ResultSet row) throws SQLException {
        return row.getBytes("actor_digest") == null
                ? Optional.empty()
                : Optional.of(new Commitments(
                        commitment(row, "actor"), commitment(row, "address"), commitment(row, "object")));
    }

    private static Commitment commitment(ResultSet row, String of) throws SQLException {
        return new Commitment(
                hex(row.getBytes(of + "_digest")),
                Optional.ofNullable(row.getBytes(of + "_salt")).map(JdbcAuditEntries::hex));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
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
