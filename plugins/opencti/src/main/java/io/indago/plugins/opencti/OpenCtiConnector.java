package io.indago.plugins.opencti;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Connector;
import io.indago.spi.Delivery;
import io.indago.spi.Enrichment;
import io.indago.spi.Health;
import io.indago.spi.LookupContext;
import io.indago.spi.Step;
import java.util.Map;
import java.util.Optional;

/**
 * Puts an enrichment on its indicator's observable and into a note, in four calls at most: what is there, the names it
 * needs (author, markings, labels, references), the observable, and the rest. OpenCTI finds by itself what was added
 * before, so that pushes at the same time meet.
 */
final class OpenCtiConnector implements Connector {
    private static final String SEARCH = """
            query IndagoState($filters: FilterGroup, $note: String!) {
              stixCyberObservables(filters: $filters, first: 10) { edges { node {
            %s
              } } }
              note(id: $note) { id content }
            }
            """.formatted(Stored.MEMBERS);

    private final OpenCtiServer server;
    private final PushSettings settings;

    OpenCtiConnector(OpenCtiServer server, PushSettings settings) {
        this.server = requireNonNull(server, "server");
        this.settings = requireNonNull(settings, "settings");
    }

    @Override
    public Step<Delivery> push(Enrichment enrichment, LookupContext context) {
        Draft draft = new Draft(enrichment, settings);
        Map<String, Object> search = Map.of("filters", draft.type().filter(draft.indicator()), "note", draft.noteId());
        return server.ask(SEARCH, search, data -> {
            Optional<Stored> stored = Stored.found(data, draft.indicator());
            Change change = new Change(draft, stored, StoredNote.found(data));
            return stored.isPresent() && (change.isOutdated() || change.isNothing())
                    ? Step.done(Delivery.unchanged(link(stored.get())))
                    : names(change);
        });
    }

    private Step<Delivery> names(Change change) {
        Names names = new Names(change);
        Mutation mutation = names.mutation();
        return server.ask(
                mutation.text(), mutation.variables(), data -> observable(new Push(change, names.read(data))));
    }

    private Step<Delivery> observable(Push push) {
        return server.ask(push.adding(), push.variables(), data -> {
            Stored now = Stored.added(data);
            now.confirm(push.change(), push.ids());
            return rest(push, now);
        });
    }

    private Step<Delivery> rest(Push push, Stored now) {
        Mutation mutation = push.rest(now);
        return mutation.isEmpty()
                ? Step.done(delivery(push.change(), now))
                : server.ask(mutation.text(), mutation.variables(), data -> Step.done(delivery(push.change(), now)));
    }

    private Delivery delivery(Change change, Stored now) {
        return change.note().isEmpty() ? Delivery.created(link(now)) : Delivery.updated(link(now));
    }

    private String link(Stored observable) {
        return server.observable(observable.id()).toString();
    }

    @Override
    public Step<Health> health(LookupContext context) {
        return server.health();
    }
}
