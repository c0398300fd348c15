package io.indago.routes.api;

import io.indago.indicator.Defang;
import io.indago.routes.connector.DeliveryEvent;
import io.indago.spi.IndicatorType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a connector was told last, and what it is still to be told.
 *
 * @param waiting enrichments it has not come to yet, wanted or not
 * @param putAside what it could not be told; told again on request
 * @param deliveries the latest first
 */
public record DeliveriesDocument(String connector, long waiting, long putAside, List<DeliveryPart> deliveries) {

    /**
     * One push.
     *
     * @param enrichment the lookup's id
     * @param defanged the indicator's value, safe to show and to paste
     * @param outcome {@code delivered}, {@code failed}, {@code killed} or {@code not_allowed}
     * @param effect {@code created}, {@code updated} or {@code unchanged}; absent unless delivered
     * @param reference where it is; absent when the platform does not say
     * @param reason why it was not delivered; absent when it was
     */
    public record DeliveryPart(
            String enrichment,
            String type,
            String value,
            String defanged,
            String verdict,
            String tlp,
            boolean sandbox,
            String outcome,
            Optional<String> effect,
            Optional<String> reference,
            Optional<String> reason,
            int attempts,
            int calls,
            long bytes,
            long tookMs,
            Instant at) {
        static DeliveryPart of(DeliveryEvent event) {
            return new DeliveryPart(
                    event.enrichment(),
                    event.type(),
                    event.value(),
                    Defang.defang(IndicatorType.ofId(event.type()), event.value()),
                    event.verdict(),
                    event.tlp(),
                    event.sandbox(),
                    event.outcome(),
                    event.effect(),
                    event.reference(),
                    Optional.of(event.reason()).filter(reason -> !reason.isEmpty()),
                    event.attempts(),
                    event.calls(),
                    event.bytes(),
                    event.tookMs(),
                    event.at());
        }
    }
}
