package io.indago.routes.events;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.indago.routes.lookup.Enrichment;
import java.io.ByteArrayOutputStream;

/**
 * An enrichment as JSON, for the caller and for the topic. The two differ in one short member near the beginning; the
 * rest, which is nearly all, is written once.
 *
 * @param answer for the caller, with what he sent
 * @param record for everybody else
 */
public record WrittenEnrichment(byte[] answer, byte[] record) {
    /** The exchange property it travels in. */
    public static final String PROPERTY = "indago.enrichment.written";

    /** Writes enrichments. */
    static final class Writer {
        private static final byte[] COMMA = ",".getBytes(US_ASCII);

        private final ObjectWriter head;
        private final ObjectWriter tail;

        Writer(ObjectMapper json) {
            head = json.copy().addMixIn(EnrichmentDocument.class, Head.class).writerFor(EnrichmentDocument.class);
            tail = json.copy().addMixIn(EnrichmentDocument.class, Tail.class).writerFor(EnrichmentDocument.class);
        }

        WrittenEnrichment write(Enrichment enrichment) throws JsonProcessingException {
            EnrichmentDocument published = EnrichmentDocument.published(enrichment);
            byte[] rest = tail.writeValueAsBytes(published);
            return new WrittenEnrichment(
                    joined(
                            head.writeValueAsBytes(published.withOriginal(
                                    enrichment.indicator().original())),
                            rest),
                    joined(head.writeValueAsBytes(published), rest));
        }

        /** One object of two, neither of which is empty. */
        private static byte[] joined(byte[] first, byte[] second) {
            ByteArrayOutputStream object = new ByteArrayOutputStream(first.length + second.length);
            object.write(first, 0, first.length - 1);
            object.writeBytes(COMMA);
            object.write(second, 1, second.length - 1);
            return object.toByteArray();
        }
    }

    @JsonIncludeProperties({"schema", "id", "indicator"})
    private interface Head {}

    @JsonIgnoreProperties({"schema", "id", "indicator"})
    private interface Tail {}
}
