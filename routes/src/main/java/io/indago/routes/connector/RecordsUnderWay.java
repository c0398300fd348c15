package io.indago.routes.connector;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The records of the enrichments that connectors are being told now, for those that pass them on as they are. */
public final class RecordsUnderWay {
    private final Map<String, UnderWay> records = new ConcurrentHashMap<>();

    private record UnderWay(byte[] record, int holders) {}

    /** Does that work with the record to be had. Connectors may be told the same one at once: it is the same record. */
    <T> T during(String enrichment, byte[] record, Supplier<T> work) {
        records.merge(
                enrichment, new UnderWay(record, 1), (held, one) -> new UnderWay(held.record(), held.holders() + 1));
        try {
            return work.get();
        } finally {
            records.computeIfPresent(
                    enrichment,
                    (id, held) -> held.holders() == 1 ? null : new UnderWay(held.record(), held.holders() - 1));
        }
    }

    /** The record of that enrichment, JSON of {@code docs/schemas/enrichment.v1.json}; empty when it is not under way. */
    Optional<byte[]> find(String enrichment) {
        return Optional.ofNullable(records.get(enrichment)).map(UnderWay::record);
    }
}
