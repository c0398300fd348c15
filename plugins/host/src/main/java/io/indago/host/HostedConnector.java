package io.indago.host;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Connector;
import io.indago.spi.ConnectorSpec;
import io.indago.spi.Delivery;
import io.indago.spi.Enrichment;
import io.indago.spi.Health;
import io.indago.spi.LookupContext;
import io.indago.spi.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A connector as the hub may use it. */
public final class HostedConnector extends HostedExtension {
    private final ConnectorSpec spec;

    HostedConnector(ConnectorSpec spec, Frame frame) {
        super(frame);
        this.spec = spec;
    }

    @Override
    public ConnectorSpec spec() {
        return spec;
    }

    /** Which enrichments the operator wants it to be told. */
    public PushConditions conditions() {
        return setup().conditions().orElseThrow();
    }

    /**
     * Tells it an enrichment. Returns at once. What it must not see, by type or TLP, it does not.
     *
     * @return completes by the deadline and never fails, on a thread of the host
     */
    public CompletionStage<DeliveryResult> push(Enrichment enrichment, Instant deadline, String traceId) {
        requireNonNull(enrichment, "enrichment");
        Optional<Outcome> refusal = refusal(enrichment);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        Running it = running().orElseThrow();
        return it.runner()
                .run(Delivery.class, deadline, traceId, context -> ((Connector) it.instance())
                        .push(enrichment, context))
                .map(run -> run.result()
                        .thenApply(ending -> new DeliveryResult(
                                ending.result().map(this::redacted),
                                ending.failure(),
                                ending.calls(),
                                ending.bytes(),
                                ending.took())))
                .orElseGet(() -> successor()
                        .filter(HostedConnector.class::isInstance)
                        .map(next -> ((HostedConnector) next).push(enrichment, deadline, traceId))
                        .orElseGet(() -> refused(Outcome.without(Status.SKIPPED, REMOVED))));
    }

    private static CompletionStage<DeliveryResult> refused(Outcome outcome) {
        return CompletableFuture.completedStage(
                new DeliveryResult(Optional.empty(), Optional.of(outcome), 0, 0, Duration.ZERO));
    }

    private Optional<Outcome> refusal(Enrichment enrichment) {
        if (running().isEmpty()) {
            return Optional.of(Outcome.without(Status.SKIPPED, unavailable().orElse("not running")));
        }
        if (!types().contains(enrichment.indicator().type())) {
            return Optional.of(Outcome.without(
                    Status.UNSUPPORTED,
                    spec.title() + " is not told about "
                            + enrichment.indicator().type().id()));
        }
        return enrichment.tlp().compareTo(conditions().maxTlp()) > 0
                ? Optional.of(Outcome.without(
                        Status.NOT_ALLOWED,
                        "TLP:" + enrichment.tlp().label() + " is stricter than TLP:"
                                + conditions().maxTlp().label() + ", the strictest " + spec.title() + " may be told"))
                : Optional.empty();
    }

    private Delivery redacted(Delivery delivery) {
        String reference = redactor().redact(delivery.reference().orElse(""));
        return switch (delivery.effect()) {
            case CREATED -> Delivery.created(reference);
            case UPDATED -> Delivery.updated(reference);
            case UNCHANGED -> Delivery.unchanged(reference);
        };
    }

    @Override
    Step<Health> probe(AutoCloseable instance, LookupContext context) throws Exception {
        return ((Connector) instance).health(context);
    }
}
