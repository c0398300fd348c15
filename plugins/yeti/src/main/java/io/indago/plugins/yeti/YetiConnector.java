package io.indago.plugins.yeti;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Connector;
import io.indago.spi.Delivery;
import io.indago.spi.Enrichment;
import io.indago.spi.ErrorKind;
import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.LookupContext;
import io.indago.spi.ProviderException;
import io.indago.spi.Step;
import io.indago.spi.StepFunction;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts an enrichment on its indicator's observable: adds it or, where YETI has it, searches it; then the context and the
 * tags, as far as they have changed.
 */
final class YetiConnector implements Connector {
    private final YetiServer server;
    private final String prefix;
    private final int related;
    private final Clock clock;

    YetiConnector(YetiServer server, String prefix, int related, Clock clock) {
        this.server = requireNonNull(server, "server");
        this.prefix = requireNonNull(prefix, "prefix");
        this.related = related;
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public Step<Delivery> push(Enrichment enrichment, LookupContext context) {
        Draft draft = new Draft(enrichment, prefix, related);
        Map<String, Object> observable = new LinkedHashMap<>();
        observable.put("value", draft.indicator().value());
        observable.put("type", YetiType.of(draft.indicator().type()));
        // They come with its context, so that what was begun is told from what is done
        observable.put("tags", List.of());
        return server.ask(call(observable, "observables", ""), reply -> {
            Optional<ProviderException> refusal = Refusal.in(reply);
            return refusal.isPresent()
                    ? existing(draft, refusal.get())
                    : context(change(draft, observable(reply)), true);
        });
    }

    /** YETI refuses what it has, and answers no more than that it does. */
    private Step<Delivery> existing(Draft draft, ProviderException refusal) {
        return new Search(server, draft.indicator()).then(found -> {
            FoundObservable stored = found.stream()
                    .filter(it -> it.view()
                            .textAt("/type", "")
                            .equals(YetiType.of(draft.indicator().type())))
                    .findFirst()
                    .orElseThrow(() -> refusal);
            Change change = change(draft, stored);
            if (change.isOutdated() || !change.changesContext() && !change.changesTags()) {
                return Step.done(Delivery.unchanged(link(stored)));
            }
            return change.changesContext() ? context(change, false) : tags(change, false);
        });
    }

    private Change change(Draft draft, FoundObservable stored) {
        return new Change(draft, stored, clock.instant());
    }

    private Step<Delivery> context(Change change, boolean created) {
        return write(call(change.contextJson(), "observables", change.stored().id(), "context"), reply -> {
            change(change.draft(), observable(reply)).confirmContext();
            return tags(change, created);
        });
    }

    private Step<Delivery> tags(Change change, boolean created) {
        return write(call(change.tagsJson(), "observables", "tag"), reply -> {
            change.confirmTags(reply.json());
            String link = link(change.stored());
            return Step.done(created ? Delivery.created(link) : Delivery.updated(link));
        });
    }

    private Step<Delivery> write(HttpCall call, StepFunction<HttpReply, Delivery> next) {
        return server.ask(call, reply -> {
            Refusal.in(reply).ifPresent(refusal -> {
                throw refusal;
            });
            return next.apply(reply);
        });
    }

    private HttpCall call(Map<String, Object> body, String... path) {
        return server.post(body, path).seeing(Refusal.STATUSES);
    }

    private static FoundObservable observable(HttpReply reply) {
        FoundObservable observable = new FoundObservable(reply.json());
        if (observable.id().isEmpty()) {
            throw ProviderException.of(
                    ErrorKind.BAD_REPLY, "YETI's reply does not show the observable it was to store");
        }
        return observable;
    }

    private String link(FoundObservable observable) {
        return server.observable(observable.id()).toString();
    }

    @Override
    public Step<Health> health(LookupContext context) {
        return server.logIn(token -> Step.done(Health.up()));
    }
}
