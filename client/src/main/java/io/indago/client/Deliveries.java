package io.indago.client;

import static io.indago.client.ClientJson.orEmpty;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a connector was told last, and what it is still to be told. Everything in it is hostile text.
 *
 * @param waiting enrichments it has not come to yet, wanted or not
 * @param putAside what it could not be told
 * @param deliveries the latest first
 * @param json the document as it was received
 */
public record Deliveries(
        String connector,
        long waiting,
        long putAside,
        List<Delivery> deliveries,

        @JacksonInject(value = ClientJson.TEXT, useInput = OptBoolean.FALSE)
        String json) {

    public Deliveries {
        requireNonNull(connector, "connector");
        deliveries = orEmpty(deliveries);
        requireNonNull(json, "json");
    }

    /**
     * One enrichment it was told, or not.
     *
     * @param enrichment the lookup's id
     * @param defanged the indicator, safe to paste
     * @param outcome {@code delivered}, {@code failed}, {@code killed} or {@code not_allowed}; later hubs may know more
     * @param effect {@code created}, {@code updated} or {@code unchanged}
     * @param reference where it is
     * @param reason why it was not delivered
     */
    public record Delivery(
            String enrichment,
            String defanged,
            String verdict,
            String outcome,
            Optional<String> effect,
            Optional<String> reference,
            Optional<String> reason,
            int attempts,
            Instant at) {
        public Delivery {
            requireNonNull(enrichment, "enrichment");
            requireNonNull(defanged, "defanged");
            requireNonNull(verdict, "verdict");
            requireNonNull(outcome, "outcome");
            requireNonNull(at, "at");
        }
    }
}
