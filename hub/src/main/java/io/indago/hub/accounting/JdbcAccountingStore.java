package io.indago.hub.accounting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.hub.store.EventTransaction;
import io.indago.routes.accounting.AccountingEvent;
import io.indago.routes.accounting.AccountingEvent.Answer;
import io.indago.routes.accounting.AccountingEvent.Lookup;
import io.indago.routes.accounting.AccountingEvent.Provider;
import io.indago.routes.accounting.AccountingEvent.Stage;
import io.indago.routes.accounting.EventStore;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Merges accounting events into PostgreSQL rows: a row's stage never goes back. The roll-ups follow the rows by themselves,
 * in the same transaction.
 */
@Component
final class JdbcAccountingStore implements EventStore<AccountingEvent> {
    private static final String MERGE_REQUESTS = """
            insert into accounting.request (id, stage, started_at, completed_at, subject, username, client,
                authenticated_at, method, endpoint, parameters, address, user_agent, indicator_type, indicator_value, tlp, pap, deadline_ms,
                verdict, asked, status, bytes)
            select e.id, e.stage, e.started_at, e.completed_at, e.subject, e.username, e.client, e.authenticated_at, e.method,
                e.endpoint, e.parameters, e.address, e.user_agent, e.indicator_type, e.indicator_value, e.tlp, e.pap,
                e.deadline_ms, e.verdict, string_to_array(e.asked, ','), e.status, e.bytes
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as e (id, stage, started_at, completed_at, subject, username, client, authenticated_at, method, endpoint, parameters,
                    address, user_agent, indicator_type, indicator_value, tlp, pap, deadline_ms, verdict, asked,
                    status, bytes)
            on conflict (id) do update set stage = excluded.stage, completed_at = excluded.completed_at,
                indicator_type = excluded.indicator_type, indicator_value = excluded.indicator_value,
                tlp = excluded.tlp, pap = excluded.pap, deadline_ms = excluded.deadline_ms,
                verdict = excluded.verdict, asked = excluded.asked, status = excluded.status, bytes = excluded.bytes
            where request.stage < excluded.stage
            """;
    private static final String ADD_CALLS = """
            insert into accounting.provider_call (request_id, provider, asked, origin, sandbox, status, took_ms, calls,
                bytes, cost)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (request_id, provider) do nothing
            """;
    private static final List<BatchColumn<Call>> CALL = List.of(
            new BatchColumn<>("uuid", Call::request),
            new BatchColumn<>("text", call -> call.of().id()),
            new BatchColumn<>("bool", call -> call.of().asked()),
            new BatchColumn<>("text", call -> call.of().origin()),
            new BatchColumn<>("bool", call -> call.of().sandbox()),
            new BatchColumn<>("text", call -> call.of().status()),
            new BatchColumn<>("int8", call -> call.of().tookMs()),
            new BatchColumn<>("int4", call -> call.of().calls()),
            new BatchColumn<>("int8", call -> call.of().bytes()),
            new BatchColumn<>("numeric", call -> call.of().cost()));

    private final JdbcTemplate jdbc;
    private final EventTransaction transaction;
    private final ObjectMapper json;
    private final List<BatchColumn<AccountingEvent>> request = List.of(
            new BatchColumn<>("uuid", AccountingEvent::id),
            new BatchColumn<>("int2", event -> event.stage().ordinal()),
            new BatchColumn<>("timestamptz", AccountingEvent::startedAt),
            new BatchColumn<>("timestamptz", event -> of(event.answer(), Answer::at)),
            new BatchColumn<>("text", AccountingEvent::subject),
            new BatchColumn<>("text", AccountingEvent::username),
            new BatchColumn<>("text", AccountingEvent::client),
            new BatchColumn<>("timestamptz", event -> event.authenticatedAt().orElse(null)),
            new BatchColumn<>("text", event -> event.request().method()),
            new BatchColumn<>("text", event -> event.request().endpoint()),
            new BatchColumn<>("jsonb", event -> text(event.request().parameters())),
            new BatchColumn<>("text", event -> event.request().address()),
            new BatchColumn<>("text", event -> event.request().userAgent()),
            new BatchColumn<>("text", event -> of(event.lookup(), Lookup::type)),
            new BatchColumn<>("text", event -> of(event.lookup(), Lookup::value)),
            new BatchColumn<>("text", event -> of(event.lookup(), Lookup::tlp)),
            new BatchColumn<>("text", event -> of(event.lookup(), Lookup::pap)),
            new BatchColumn<>("int8", event -> of(event.lookup(), Lookup::deadlineMs)),
            new BatchColumn<>("text", event -> of(event.lookup().flatMap(Lookup::verdict), Function.identity())),
            new BatchColumn<>("text", event -> of(event.lookup(), asked -> String.join(",", asked.asked()))),
            new BatchColumn<>("int4", event -> of(event.answer(), Answer::status)),
            new BatchColumn<>("int8", event -> of(event.answer(), Answer::bytes)));

    JdbcAccountingStore(JdbcTemplate jdbc, TransactionTemplate transaction, ObjectMapper json) {
        this.jdbc = jdbc;
        this.transaction = new EventTransaction(transaction);
        this.json = json;
    }

    private record Call(UUID request, Provider of) {}

    @Override
    public void store(List<AccountingEvent> events) throws StoreUnavailableException, RefusedEventException {
        List<AccountingEvent> merged = furthest(events);
        List<Call> calls = merged.stream()
                .filter(event -> event.stage() == Stage.COMPLETED)
                .flatMap(event -> event.lookup().stream()
                        .flatMap(lookup -> lookup.providers().stream())
                        .map(provider -> new Call(event.id(), provider)))
                .toList();
        // The requests first: a request's lock holds whoever would move it while its calls are counted
        transaction.run(() -> {
            jdbc.update(MERGE_REQUESTS, statement -> BatchColumn.set(statement, request, merged));
            if (!calls.isEmpty()) {
                jdbc.update(ADD_CALLS, statement -> BatchColumn.set(statement, CALL, calls));
            }
        });
    }

    /** One event per request, the one furthest on, in the order of ids: so two who store at once wait in one order. */
    private static List<AccountingEvent> furthest(List<AccountingEvent> events) {
        Map<UUID, AccountingEvent> furthest = new LinkedHashMap<>();
        events.forEach(event -> furthest.merge(
                event.id(), event, (old, other) -> other.stage().compareTo(old.stage()) > 0 ? other : old));
        return furthest.values().stream()
                .sorted(Comparator.comparing(AccountingEvent::id))
                .toList();
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
