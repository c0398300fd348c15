package io.indago.testkit;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Delivery;
import io.indago.spi.Enrichment;
import io.indago.spi.HttpReply;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One recorded push and what must come of it. Immutable: each method answers a changed copy.
 *
 * <pre>{@code
 * PushCase.of("an address MISP has not seen", Samples.enrichment(IndicatorType.IPV4, VerdictClass.MALICIOUS))
 *         .replying("POST https://misp.example.com/attributes/restSearch", "nothing-found.json")
 *         .replying("POST https://misp.example.com/events/add", "event.json")
 *         .expecting(Delivery.Effect.CREATED)
 * }</pre>
 */
public final class PushCase extends RecordedCase<PushCase> {
    private final Enrichment enrichment;
    private final Optional<Delivery.Effect> effect;

    private PushCase(
            String name,
            Enrichment enrichment,
            Map<String, List<HttpReply>> replies,
            Optional<Delivery.Effect> effect) {
        super(name, replies);
        this.enrichment = requireNonNull(enrichment, "enrichment");
        this.effect = effect;
    }

    /** A push of that enrichment, which expects a refusal until it is told what to expect. */
    public static PushCase of(String name, Enrichment enrichment) {
        return new PushCase(name, enrichment, Map.of(), Optional.empty());
    }

    @Override
    PushCase with(Map<String, List<HttpReply>> replies) {
        return new PushCase(name(), enrichment, replies, effect);
    }

    /** It has that effect. */
    public PushCase expecting(Delivery.Effect expected) {
        return new PushCase(name(), enrichment, replies(), Optional.of(expected));
    }

    /** The platform refuses it, however politely: that is a failure. */
    public PushCase expectingRefusal() {
        return new PushCase(name(), enrichment, replies(), Optional.empty());
    }

    Enrichment enrichment() {
        return enrichment;
    }

    /** Empty when a refusal is expected. */
    Optional<Delivery.Effect> effect() {
        return effect;
    }
}
