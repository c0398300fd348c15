package io.indago.routes.accounting;

import static java.util.Objects.requireNonNull;

import io.indago.routes.accounting.AccountingEvent.Answer;
import io.indago.routes.accounting.AccountingEvent.Lookup;
import io.indago.routes.accounting.AccountingEvent.Request;
import io.indago.routes.accounting.AccountingEvent.Stage;
import io.indago.routes.lookup.Beginning;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One API request on its way through the hub, which in the end is one accounting record. The front door makes it, the
 * routes add the lookup, the front door closes it. Its methods may be called on different threads, one after another.
 */
public final class AccountedRequest {
    /** The exchange property it travels in. */
    public static final String PROPERTY = "indago.request";

    private final UUID id;
    private final Beginning beginning;
    private final boolean query;
    private volatile Caller caller;
    private volatile Request request;
    private volatile Optional<Lookup> lookup = Optional.empty();

    public AccountedRequest(UUID id, Beginning beginning, Caller caller, Request request) {
        this(id, beginning, caller, request, false);
    }

    /** @param query whether the request has a query string, declared or not */
    public AccountedRequest(UUID id, Beginning beginning, Caller caller, Request request, boolean query) {
        this.query = query;
        this.id = requireNonNull(id, "id");
        this.beginning = requireNonNull(beginning, "beginning");
        this.caller = requireNonNull(caller, "caller");
        this.request = requireNonNull(request, "request");
    }

    /** The id (UUIDv7) under which it is answered, logged and accounted. */
    public UUID id() {
        return id;
    }

    public Instant startedAt() {
        return beginning.at();
    }

    public Beginning beginning() {
        return beginning;
    }

    public Caller caller() {
        return caller;
    }

    /** Where it came from. */
    public String address() {
        return request.address();
    }

    /** The lookup it is, as far as it is known by now; empty for any other request. */
    public Optional<Lookup> lookup() {
        return lookup;
    }

    /** Whether it has a query string, declared or not. */
    public boolean hasQuery() {
        return query;
    }

    /** It was anonymous until the caller proved who he is. */
    public void provedBy(Caller who) {
        caller = requireNonNull(who, "who");
    }

    /** Adds what was asked for in the body, as a parameter. */
    public void note(String name, String value) {
        Map<String, String> all = new TreeMap<>(request.parameters());
        all.put(name, value);
        request = new Request(request.method(), request.endpoint(), all, request.address(), request.userAgent());
    }

    /** What is recorded before the first byte leaves for a provider. */
    AccountingEvent started(Lookup planned) {
        lookup = Optional.of(planned);
        return event(Stage.STARTED, startedAt(), Optional.empty());
    }

    /** Adds what became of the lookup. */
    void lookedUp(Lookup done) {
        lookup = Optional.of(done);
    }

    /** What is recorded when it has been answered. */
    public AccountingEvent completed(Instant at, int status, long bytes) {
        return event(Stage.COMPLETED, at, Optional.of(new Answer(status, bytes, at)));
    }

    private AccountingEvent event(Stage stage, Instant at, Optional<Answer> answer) {
        return new AccountingEvent(
                AccountingEvent.SCHEMA,
                stage,
                id,
                startedAt(),
                at,
                caller.subject(),
                caller.username(),
                caller.client(),
                caller.authenticatedAt(),
                request,
                lookup,
                answer);
    }
}
