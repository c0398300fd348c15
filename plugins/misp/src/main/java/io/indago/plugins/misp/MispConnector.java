package io.indago.plugins.misp;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Connector;
import io.indago.spi.Delivery;
import io.indago.spi.Enrichment;
import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.JsonView;
import io.indago.spi.LookupContext;
import io.indago.spi.ProviderException;
import io.indago.spi.Step;
import io.indago.spi.StepFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts an enrichment into its indicator's event: searches it, and adds it or changes what has changed. */
final class MispConnector implements Connector {
    private final MispServer server;
    private final PushSettings settings;

    MispConnector(MispServer server, PushSettings settings) {
        this.server = requireNonNull(server, "server");
        this.settings = requireNonNull(settings, "settings");
    }

    @Override
    public Step<Delivery> push(Enrichment enrichment, LookupContext context) {
        Draft draft = new Draft(enrichment, server.url(), settings);
        return search(draft, found -> found.isPresent() ? change(draft, found.get()) : add(draft));
    }

    private Step<Delivery> search(Draft draft, StepFunction<Optional<StoredEvent>, Delivery> next) {
        // With what analysts deleted, which is not to come back
        Map<String, Object> search =
                Map.of("returnFormat", "json", "uuid", draft.uuid().toString(), "deleted", List.of(0, 1));
        return Step.call(
                server.post(search, "events", "restSearch"),
                reply -> next.apply(StoredEvent.found(reply.json(), draft.uuid())));
    }

    private Step<Delivery> add(Draft draft) {
        HttpCall call = server.post(draft.json(), "events", "add").seeing(Refusal.STATUSES);
        return Step.call(call, reply -> {
            Optional<ProviderException> refusal = Refusal.in(reply);
            if (refusal.isPresent()) {
                return afterRefusal(draft, refusal.get());
            }
            StoredEvent stored = StoredEvent.stored(reply.json(), draft.uuid());
            stored.confirm(
                    draft.attributes(),
                    draft.tags(draft.enrichment().tlp(), draft.enrichment().pap()),
                    List.of());
            return Step.done(Delivery.created(link(stored)));
        });
    }

    /** Another push may have added it in between; then that is why. */
    private Step<Delivery> afterRefusal(Draft draft, ProviderException refusal) {
        return search(draft, found -> {
            if (found.isEmpty()) {
                throw refusal;
            }
            return change(draft, found.get());
        });
    }

    private Step<Delivery> change(Draft draft, StoredEvent before) {
        Optional<Change> change = Change.of(draft, before);
        if (change.isEmpty()) {
            return Step.done(Delivery.unchanged(link(before)));
        }
        HttpCall call = server.post(
                        change.get().json(), "events", "edit", draft.uuid().toString())
                .seeing(Refusal.STATUSES);
        return Step.call(call, reply -> {
            Refusal.in(reply).ifPresent(refusal -> {
                throw refusal;
            });
            StoredEvent after = StoredEvent.stored(reply.json(), draft.uuid());
            change.get().confirm(after);
            return Step.done(Delivery.updated(link(after)));
        });
    }

    private String link(StoredEvent event) {
        return server.event(event.id()).toString();
    }

    /** The key's own user tells what the key may do. */
    @Override
    public Step<Health> health(LookupContext context) {
        return Step.call(server.get("users", "view", "me"), reply -> Step.done(health(reply.json())));
    }

    private Health health(JsonView body) {
        if (body.at("/User").kind() != JsonView.Kind.OBJECT) {
            return Health.down("what answers there tells of no MISP user");
        }
        List<String> missing = Stream.of("perm_add", "perm_modify", "perm_tagger", "perm_publish")
                .filter(permission -> settings.publish() || !permission.equals("perm_publish"))
                .filter(permission -> !MispValue.flag(body.at("/Role/" + permission)))
                .toList();
        return missing.isEmpty()
                ? Health.up()
                : Health.down("the role of the key's user lacks " + String.join(", ", missing));
    }
}
