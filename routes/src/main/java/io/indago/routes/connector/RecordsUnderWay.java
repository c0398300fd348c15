package io.indago.routes.connector;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The records of the enrichments that connectors are being told now, for those that pass them on as they are. */
public final class RecordsUnderWay {
    private final Map<String, byte[]> records = new ConcurrentHashMap<>();

    /** Does that work with the record to be had. Two connectors may be told the same one: it is the same record. */
    <T> T during(String enrichment, byte[] record, Supplier<T> work) {
        records.put(enrichment, record);
        try {
            return work.get();
        } finally {
            records.remove(enrichment, record);
        }
    }

    /** The record of that enrichment, JSON of {@code docs/schemas/enrichment.v1.json}; empty when it is not under way. */
    Optional<byte[]> find(String enrichment) {
        return Optional.ofNullable(records.get(enrichment));
    }
}
