package io.indago.routes.connector;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.DeliveryResult;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.routes.accounting.EventReader;
import io.indago.routes.connector.EnrichmentReader.Told;
import io.indago.spi.Delivery;
import io.indago.spi.Enrichment;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which connector was told which enrichment, and what came of it: the last word on one push. Serialised as JSON it is a
 * record of the topic {@value #TOPIC}; the schema is {@code docs/schemas/delivery.v1.json}.
 *
 * @param enrichment the lookup's id
 * @param outcome {@code delivered}, {@code failed}, {@code killed} or {@code not_allowed}
 * @param effect {@code created}, {@code updated} or {@code unchanged}; empty unless delivered
 * @param reference where it is, as the platform says; empty when it says nothing
 * @param reason why it was not delivered; blank when it was
 * @param attempts how often it was tried
 * @param calls HTTP calls of the attempt that delivered it; 0 when none did
 * @param bytes bytes received in that attempt
 * @param tookMs how long that attempt took
 */
public record DeliveryEvent(
        String schema,
        String enrichment,
        String connector,
        String type,
        String value,
        String verdict,
        String tlp,
        boolean sandbox,
        String outcome,
        Optional<String> effect,
        Optional<String> reference,
        String reason,
        int attempts,
        int calls,
        long bytes,
        long tookMs,
        Instant at) {
    public static final String TOPIC = "indago.deliveries.v1";
    public static final String SCHEMA = "indago.delivery.v1";

    /** Reads records of the topic. */
    public static EventReader<DeliveryEvent> reader(ObjectMapper json) {
        return record -> {
            DeliveryEvent event = json.readValue(record, DeliveryEvent.class);
            if (event == null || !SCHEMA.equals(event.schema()) || !event.isWhole()) {
                throw new IllegalArgumentException("not an event of " + SCHEMA);
            }
            return event;
        };
    }

    /** A record that lacks a member is read as null there, and would be tried for ever to be stored. */
    private boolean isWhole() {
        return Stream.of(enrichment, connector, type, value, verdict, tlp, outcome, reason, at)
                .allMatch(Objects::nonNull);
    }

    static DeliveryEvent delivered(String connector, Told told, DeliveryResult result, int attempts, Instant at) {
        Delivery delivery = result.delivery().orElseThrow();
        return of(
                connector,
                told,
                "delivered",
                Optional.of(lower(delivery.effect())),
                delivery.reference(),
                "",
                attempts,
                result,
                at);
    }

    static DeliveryEvent undelivered(
            String connector, Told told, String outcome, String reason, int attempts, Instant at) {
        DeliveryResult nothing = new DeliveryResult(
                Optional.empty(), Optional.of(Outcome.without(Status.SKIPPED, reason)), 0, 0, Duration.ZERO);
        return of(connector, told, outcome, Optional.empty(), Optional.empty(), reason, attempts, nothing, at);
    }

    private static DeliveryEvent of(
            String connector,
            Told told,
            String outcome,
            Optional<String> effect,
            Optional<String> reference,
            String reason,
            int attempts,
            DeliveryResult result,
            Instant at) {
        Enrichment enrichment = told.enrichment();
        return new DeliveryEvent(
                SCHEMA,
                enrichment.id(),
                connector,
                enrichment.indicator().type().id(),
                enrichment.indicator().value(),
                lower(enrichment.verdict()),
                enrichment.tlp().label(),
                told.sandbox(),
                outcome,
                effect,
                reference,
                reason,
                attempts,
                result.calls(),
                result.bytes(),
                result.took().toMillis(),
                at);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
