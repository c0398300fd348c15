package io.indago.hub.accounting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.accounting.AccountingEvent;
import io.indago.routes.accounting.AccountingEvent.Answer;
import io.indago.routes.accounting.AccountingEvent.Lookup;
import io.indago.routes.accounting.AccountingEvent.Provider;
import io.indago.routes.accounting.AccountingEvent.Stage;
import io.indago.routes.accounting.EventStore;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Merges accounting events into PostgreSQL rows: a row's stage never goes back. */
@Component
final class JdbcAccountingStore implements EventStore<AccountingEvent> {
    private static final String MERGE_REQUEST = """
            insert into accounting.request (id, stage, started_at, completed_at, subject, username, client, method,
                endpoint, parameters, address, user_agent, indicator_type, indicator_value, tlp, pap, deadline_ms,
                verdict, asked, status, bytes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?)
            on conflict (id) do update set stage = excluded.stage, completed_at = excluded.completed_at,
                indicator_type = excluded.indicator_type, indicator_value = excluded.indicator_value,
                tlp = excluded.tlp, pap = excluded.pap, deadline_ms = excluded.deadline_ms,
                verdict = excluded.verdict, asked = excluded.asked, status = excluded.status, bytes = excluded.bytes
            where request.stage < excluded.stage
            """;
    private static final String ADD_PROVIDER = """
            insert into accounting.provider_call (request_id, provider, asked, origin, sandbox, status, took_ms, calls,
                bytes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (request_id, provider) do nothing
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;

    JdbcAccountingStore(JdbcTemplate jdbc, TransactionTemplate transaction, ObjectMapper json) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
    }

    @Override
    public void store(List<AccountingEvent> events) throws StoreUnavailableException, RefusedEventException {
        List<AccountingEvent> merged = newest(events);
        List<Object[]> requests = merged.stream().map(this::request).toList();
        List<Object[]> providers = new ArrayList<>();
        merged.forEach(event -> providers(event, providers));
        try {
            transaction.executeWithoutResult(status -> {
                jdbc.batchUpdate(MERGE_REQUEST, requests);
                jdbc.batchUpdate(ADD_PROVIDER, providers);
            });
        } catch (DataIntegrityViolationException refused) {
            throw new RefusedEventException("the database refuses it", refused);
        } catch (DataAccessException | TransactionException away) {
            throw new StoreUnavailableException("PostgreSQL can't be written", away);
        }
    }

    /** One event per request, the one furthest on, so that a batch meets each row once and in one order of keys. */
    private static List<AccountingEvent> newest(List<AccountingEvent> events) {
        Map<UUID, AccountingEvent> newest = new LinkedHashMap<>();
        events.forEach(event -> newest.merge(
                event.id(), event, (old, other) -> other.stage().compareTo(old.stage()) > 0 ? other : old));
        return List.copyOf(newest.values());
    }

    private Object[] request(AccountingEvent event) {
        Optional<Lookup> lookup = event.lookup();
        Optional<Answer> answer = event.answer();
        return new Object[] {
            event.id(),
            event.stage() == Stage.STARTED ? 0 : 1,
            timestamp(event.startedAt()),
            of(answer, done -> timestamp(done.at())),
            event.subject(),
            event.username(),
            event.client(),
            event.request().method(),
            event.request().endpoint(),
            text(event.request().parameters()),
            event.request().address(),
            event.request().userAgent(),
            of(lookup, Lookup::type),
            of(lookup, Lookup::value),
            of(lookup, Lookup::tlp),
            of(lookup, Lookup::pap),
            of(lookup, Lookup::deadlineMs),
            of(lookup.flatMap(Lookup::verdict), Function.identity()),
            of(lookup, asked -> String.join(",", asked.asked())),
            of(answer, Answer::status),
            of(answer, Answer::bytes)
        };
    }

    private static void providers(AccountingEvent event, List<Object[]> rows) {
        List<Provider> providers = event.lookup().map(Lookup::providers).orElse(List.of());
        providers.forEach(provider -> rows.add(new Object[] {
            event.id(),
            provider.id(),
            provider.asked(),
            provider.origin(),
            provider.sandbox(),
            provider.status(),
            provider.tookMs(),
            provider.calls(),
            provider.bytes()
        }));
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.from(instant);
    }

    private static <T> @Nullable Object of(Optional<T> part, Function<T, Object> column) {
        return part.map(column).orElse(null);
    }

    private String text(Map<String, String> parameters) {
        try {
            return json.writeValueAsString(parameters);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
