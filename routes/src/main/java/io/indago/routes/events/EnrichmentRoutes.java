package io.indago.routes.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.lookup.Enrichment;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConstants;

/**
 * {@code enrichments.write} puts every enrichment into words, a {@link WrittenEnrichment} in a property of its exchange;
 * {@code enrichments.publish} makes a record of {@value #TOPIC} of it, keyed by its indicator.
 */
public final class EnrichmentRoutes extends RouteBuilder {
    public static final String TOPIC = "indago.enrichments.v1";

    private final KafkaSettings kafka;
    private final WrittenEnrichment.Writer writer;

    public EnrichmentRoutes(KafkaSettings kafka, ObjectMapper json) {
        this.kafka = kafka;
        this.writer = new WrittenEnrichment.Writer(json);
    }

    @Override
    public void configure() {
        from("direct:enrichments.write")
                .routeId("enrichments.write")
                .errorHandler(noErrorHandler())
                .process(this::write);

        from("direct:enrichments.publish")
                .routeId("enrichments.publish")
                .process(EnrichmentRoutes::toRecord)
                .to(kafka.producer(TOPIC))
                .id("enrichments.publish.kafka");
    }

    private void write(Exchange exchange) throws InvalidPayloadException, JsonProcessingException {
        Enrichment enrichment = exchange.getMessage().getMandatoryBody(Enrichment.class);
        exchange.setProperty(WrittenEnrichment.PROPERTY, writer.write(enrichment));
    }

    private static void toRecord(Exchange exchange) throws InvalidPayloadException {
        Enrichment enrichment = exchange.getMessage().getMandatoryBody(Enrichment.class);
        // Removed, so that it is not kept while Kafka takes its time
        WrittenEnrichment written = (WrittenEnrichment) exchange.removeProperty(WrittenEnrichment.PROPERTY);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage()
                .setHeader(
                        KafkaConstants.KEY, enrichment.indicator().indicator().toString());
        exchange.getMessage().setBody(written.record());
    }
}
