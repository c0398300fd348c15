package io.indago.routes.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.indago.routes.lookup.Enrichment;
import java.util.Arrays;

/**
 * An enrichment as JSON, for the caller and for the topic. The two differ in one short member near the beginning; the
 * rest, which is nearly all, is written and kept once, and put behind either beginning when that is wanted.
 */
public final class WrittenEnrichment {
    /** The exchange property it travels in. */
    public static final String PROPERTY = "indago.enrichment.written";

    private final byte[] answerHead;
    private final byte[] recordHead;
    private final byte[] rest;

    private WrittenEnrichment(byte[] answerHead, byte[] recordHead, byte[] rest) {
        this.answerHead = answerHead;
        this.recordHead = recordHead;
        this.rest = rest;
    }

    /** For the caller, with what he sent. */
    public byte[] answer() {
        return joined(answerHead, rest);
    }

    /** For everybody else. */
    byte[] record() {
        return joined(recordHead, rest);
    }

    /** One object of two, neither of which is empty: a comma takes the place of the one's end and the other's begin. */
    private static byte[] joined(byte[] first, byte[] second) {
        byte[] object = Arrays.copyOf(first, first.length + second.length - 1);
        object[first.length - 1] = ',';
        System.arraycopy(second, 1, object, first.length, second.length - 1);
        return object;
    }

    /** Writes enrichments. */
    static final class Writer {
        private final ObjectWriter head;
        private final ObjectWriter tail;

        Writer(ObjectMapper json) {
            head = json.copy().addMixIn(EnrichmentDocument.class, Head.class).writerFor(EnrichmentDocument.class);
            tail = json.copy().addMixIn(EnrichmentDocument.class, Tail.class).writerFor(EnrichmentDocument.class);
        }

        WrittenEnrichment write(Enrichment enrichment) throws JsonProcessingException {
            EnrichmentDocument published = EnrichmentDocument.published(enrichment);
            return new WrittenEnrichment(
                    head.writeValueAsBytes(
                            published.withOriginal(enrichment.indicator().original())),
                    head.writeValueAsBytes(published),
                    tail.writeValueAsBytes(published));
        }
    }

    @JsonIncludeProperties({"schema", "id", "indicator"})
    private interface Head {}

    @JsonIgnoreProperties({"schema", "id", "indicator"})
    private interface Tail {}
}
