package io.indago.routes.audit;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.accounting.EventReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Something worth an audit. Serialised as JSON it is a record of the topic {@value #TOPIC}; the schema is
 * {@code docs/schemas/audit.v1.json}.
 *
 * @param id a UUIDv7
 * @param at when it happened, to the microsecond
 * @param action what was done: {@code plugin.disable}
 * @param object what it was done to: {@code virustotal}; empty when to nothing in particular
 * @param outcome what came of it, an {@link AuditOutcome}'s id
 * @param details what else is worth knowing, never a secret
 */
public record AuditEvent(
        String schema,
        UUID id,
        Instant at,
        AuditActor actor,
        String action,
        String object,
        String outcome,
        SortedMap<String, String> details) {
    public static final String TOPIC = "indago.audit.v1";
    public static final String SCHEMA = "indago.audit.v1";

    private static final int MOST_DETAILS = 20;

    public AuditEvent {
        requireNonNull(schema, "schema");
        requireNonNull(id, "id");
        requireNonNull(at, "at");
        requireNonNull(actor, "actor");
        requireNonNull(action, "action");
        requireNonNull(object, "object");
        requireNonNull(outcome, "outcome");
        details.values().forEach(value -> requireNonNull(value, "a detail's value"));
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /** A new one, with nothing in it that is too long or can't be printed. */
    static AuditEvent of(
            UUID id,
            Instant at,
            AuditActor actor,
            String action,
            String object,
            AuditOutcome outcome,
            Map<String, String> details) {
        SortedMap<String, String> printable = new TreeMap<>();
        new TreeMap<>(details)
                .entrySet().stream()
                        .limit(MOST_DETAILS)
                        .forEach(each -> printable.put(AuditText.of(each.getKey()), AuditText.of(each.getValue())));
        return new AuditEvent(
                SCHEMA,
                id,
                at.truncatedTo(ChronoUnit.MICROS),
                actor.printable(),
                AuditText.of(action),
                AuditText.of(object),
                outcome.id(),
                printable);
    }

    /** Finer times are rounded where they are stored, and then belong to another hash. */
    private boolean isToTheMicrosecond() {
        return at.equals(at.truncatedTo(ChronoUnit.MICROS));
    }

    /** Reads records of the topic. */
    public static EventReader<AuditEvent> reader(ObjectMapper json) {
        return record -> {
            AuditEvent event = json.readValue(record, AuditEvent.class);
            if (event == null || !SCHEMA.equals(event.schema()) || !event.isToTheMicrosecond()) {
                throw new IllegalArgumentException("not an event of " + SCHEMA);
            }
            return event;
        };
    }
}
