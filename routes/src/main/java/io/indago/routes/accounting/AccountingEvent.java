package io.indago.routes.accounting;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asked what of whom, when, with what outcome. Serialised as JSON it is a record of the topic
 * {@value #TOPIC}; the schema is {@code docs/schemas/accounting.v1.json}.
 *
 * <p>A lookup has two events with the same id, {@code started} and {@code completed}; another request has the second
 * alone. {@code completed} contains all that {@code started} does, so that either may be lost or come twice or late
 * without harm to the row they merge into.
 *
 * @param startedAt when the request came in
 * @param at when this event happened
 * @param subject the user's id at the identity provider; empty for an anonymous caller
 * @param authenticatedAt when the user logged in; empty when the token doesn't say
 * @param lookup empty unless the request is a lookup
 * @param answer empty until the request is answered
 */
public record AccountingEvent(
        String schema,
        Stage stage,
        UUID id,
        Instant startedAt,
        Instant at,
        String subject,
        String username,
        String client,
        Optional<Instant> authenticatedAt,
        Request request,
        Optional<Lookup> lookup,
        Optional<Answer> answer) {
    public static final String TOPIC = "indago.accounting.v1";
    public static final String SCHEMA = "indago.accounting.v1";

    /** A record that lacks a member has null there; let in, it would stop the store. */
    public AccountingEvent {
        requireNonNull(schema, "schema");
        requireNonNull(stage, "stage");
        requireNonNull(id, "id");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(at, "at");
        requireNonNull(subject, "subject");
        requireNonNull(username, "username");
        requireNonNull(client, "client");
        requireNonNull(authenticatedAt, "authenticatedAt");
        requireNonNull(request, "request");
        requireNonNull(lookup, "lookup");
        requireNonNull(answer, "answer");
    }

    /** Reads records of the topic. */
    public static EventReader<AccountingEvent> reader(ObjectMapper json) {
        return record -> {
            AccountingEvent event = json.readValue(record, AccountingEvent.class);
            boolean unanswered = event != null
                    && event.stage() == Stage.COMPLETED
                    && event.answer().isEmpty();
            if (event == null || !SCHEMA.equals(event.schema()) || unanswered) {
                throw new IllegalArgumentException("not an event of " + SCHEMA);
            }
            return event;
        };
    }

    /** How far the request had come; of two events of a request the later stage wins. */
    public enum Stage {
        STARTED,
        /** Its hub was gone before it was answered; should it have been answered after all, {@link #COMPLETED} wins. */
        INTERRUPTED,
        COMPLETED;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The HTTP request.
     *
     * @param endpoint the operation's path template, {@code /api/indicator/ipv4/{value}}; the bare path when it is none
     * @param parameters query parameters, shortened
     * @param address the client's IP address
     * @param userAgent shortened; empty when the client sends none
     */
    public record Request(
            String method, String endpoint, Map<String, String> parameters, String address, String userAgent) {
        public Request {
            requireNonNull(method, "method");
            requireNonNull(endpoint, "endpoint");
            requireNonNull(address, "address");
            requireNonNull(userAgent, "userAgent");
            parameters = Map.copyOf(parameters);
        }
    }

    /**
     * A lookup.
     *
     * @param value what was asked of providers; a URL without its credentials
     * @param verdict empty until the lookup is done
     * @param asked the ids of the providers asked
     * @param providers one per provider, asked or refused; empty until the lookup is done
     */
    public record Lookup(
            String type,
            String value,
            String tlp,
            String pap,
            long deadlineMs,
            Optional<String> verdict,
            List<String> asked,
            List<Provider> providers) {
        public Lookup {
            requireNonNull(type, "type");
            requireNonNull(value, "value");
            requireNonNull(tlp, "tlp");
            requireNonNull(pap, "pap");
            requireNonNull(verdict, "verdict");
            asked = List.copyOf(asked);
            providers = List.copyOf(providers);
        }
    }

    /**
     * A provider's part.
     *
     * @param asked whether it had its say, now or before
     * @param origin who was asked: {@code provider}, {@code shared}, {@code cache} or {@code none}; only the first costs
     * @param calls HTTP calls made
     * @param bytes bytes received
     * @param cost what it cost, in units of the operator's choice
     */
    public record Provider(
            String id,
            boolean asked,
            @Nullable String origin,
            boolean sandbox,
            String status,
            long tookMs,
            int calls,
            long bytes,
            @Nullable BigDecimal cost) {
        /** An event from before there were origins has none, nor a cost: then each call that was paid for costs a unit. */
        public Provider {
            requireNonNull(id, "id");
            requireNonNull(status, "status");
            origin = origin == null ? (asked ? "provider" : "none") : origin;
            boolean paid = origin.equals("provider") && !sandbox;
            cost = cost == null ? BigDecimal.valueOf(paid ? calls : 0) : cost;
        }
    }

    /**
     * The answer.
     *
     * @param status the HTTP status
     * @param bytes the body's size
     */
    public record Answer(int status, long bytes, Instant at) {
        public Answer {
            requireNonNull(at, "at");
        }
    }
}
