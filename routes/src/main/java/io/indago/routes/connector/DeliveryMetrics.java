package io.indago.routes.connector;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/** Counts what connectors were told: {@code indago.deliveries} by connector and outcome, {@code indago.deliveries.dlq}. */
public final class DeliveryMetrics {
    private final MeterRegistry meters;

    public DeliveryMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void ended(DeliveryEvent event) {
        meters.counter("indago.deliveries", Tags.of("connector", event.connector(), "outcome", event.outcome()))
                .increment();
    }

    void putAside(String connector) {
        meters.counter("indago.deliveries.dlq", Tags.of("connector", connector)).increment();
    }
}
