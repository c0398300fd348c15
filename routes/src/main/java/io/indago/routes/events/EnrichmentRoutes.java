package io.indago.routes.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.lookup.Enrichment;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.apache.camel.component.kafka.KafkaConstants;

/** {@code enrichments.publish}: every enrichment becomes a record of {@value #TOPIC}, keyed by its indicator. */
public final class EnrichmentRoutes extends RouteBuilder {
    public static final String TOPIC = "indago.enrichments.v1";

    private final KafkaSettings kafka;
    private final ObjectMapper json;

    public EnrichmentRoutes(KafkaSettings kafka, ObjectMapper json) {
        this.kafka = kafka;
        this.json = json;
    }

    @Override
    public void configure() {
        from("direct:enrichments.publish")
                .routeId("enrichments.publish")
                .process(EnrichmentRoutes::toDocument)
                .marshal(new JacksonDataFormat(json, EnrichmentDocument.class))
                .to(kafka.producer(TOPIC))
                .id("enrichments.publish.kafka");
    }

    private static void toDocument(Exchange exchange) throws InvalidPayloadException {
        Enrichment enrichment = exchange.getMessage().getMandatoryBody(Enrichment.class);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage()
                .setHeader(
                        KafkaConstants.KEY, enrichment.indicator().indicator().toString());
        exchange.getMessage().setBody(EnrichmentDocument.published(enrichment));
    }
}
