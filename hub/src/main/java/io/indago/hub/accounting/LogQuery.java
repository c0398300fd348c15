package io.indago.hub.accounting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.accounting.AccountingEvent.Stage;
import io.indago.routes.report.Question;
import io.indago.routes.report.RequestLog;
import io.indago.routes.report.RequestLog.Entry;
import io.indago.routes.report.Whose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The log of requests. An id is made of its time, so that the order of ids is that of requests, and the index is enough. */
record LogQuery(JdbcTemplate jdbc, ObjectMapper json) {
    private static final String ENTRIES = """
            select id, started_at, stage, username, client, method, endpoint, parameters::text as parameters,
                indicator_type, indicator_value, verdict, address, user_agent, status, bytes
            from accounting.request where id >= ? and id < ? %s order by id desc limit ? offset ?
            """;
    private static final String TOTALS = """
            select sum(requests) filter (where day >= (select accounting.kept_from())) as total,
                max(last_at) filter (where requests <> 0) as as_of
            from accounting.request_day where %s
            """;
    private static final String LAST_AUTHENTICATION =
            "select max(last_authenticated_at) from accounting.request_day where" + " username = ?";
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    RequestLog log(Question question) {
        Rollups rollups = Rollups.of(question.whose(), question.days());
        List<RequestLog> log = jdbc.query(
                TOTALS.formatted(rollups.condition()),
                (row, number) -> log(row, question, lastAuthentication(question.whose()), entries(question)),
                rollups.parameters().toArray());
        return log.get(0);
    }

    private List<Entry> entries(Question question) {
        List<Object> parameters = new ArrayList<>(List.of(
                firstId(question.days().start()), firstId(question.days().end())));
        boolean everybody = question.whose().kind() == Whose.Kind.EVERYBODY;
        if (!everybody) {
            parameters.add(question.whose().name());
        }
        parameters.add(question.page().limit());
        parameters.add(question.page().offset());
        String user = question.whose().kind() == Whose.Kind.USERNAME ? "and username = ?" : "and subject = ?";
        return jdbc.query(ENTRIES.formatted(everybody ? "" : user), (row, number) -> entry(row), parameters.toArray());
    }

    private Optional<Instant> lastAuthentication(Whose whose) {
        return JdbcReports.named(whose)
                .map(name -> jdbc.queryForObject(LAST_AUTHENTICATION, Timestamp.class, name))
                .map(Timestamp::toInstant);
    }

    /** The least id made then. */
    private static UUID firstId(Instant at) {
        return new UUID(at.toEpochMilli() << 16, 0);
    }

    private static RequestLog log(
            ResultSet row, Question question, Optional<Instant> lastAuthentication, List<Entry> entries)
            throws SQLException {
        return new RequestLog(
                question.days().from(),
                question.days().to(),
                Optional.ofNullable(row.getTimestamp("as_of")).map(Timestamp::toInstant),
                JdbcReports.named(question.whose()),
                lastAuthentication,
                row.getLong("total"),
                question.page().offset(),
                question.page().limit(),
                entries);
    }

    private Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getTimestamp("started_at").toInstant(),
                Stage.values()[row.getInt("stage")].id(),
                row.getString("username"),
                row.getString("client"),
                row.getString("method"),
                row.getString("endpoint"),
                parameters(row.getString("parameters")),
                Optional.ofNullable(row.getString("indicator_type")),
                Optional.ofNullable(row.getString("indicator_value")),
                Optional.ofNullable(row.getString("verdict")),
                row.getString("address"),
                row.getString("user_agent"),
                Optional.ofNullable(row.getObject("status", Integer.class)),
                Optional.ofNullable(row.getObject("bytes", Long.class)));
    }

    private Map<String, String> parameters(String text) {
        try {
            return json.readValue(text, TEXTS);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }
}
