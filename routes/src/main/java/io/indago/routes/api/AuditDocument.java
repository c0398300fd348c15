package io.indago.routes.api;

import io.indago.routes.audit.AuditEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A page of the audit.
 *
 * @param more whether there are others after these
 */
public record AuditDocument(List<EntryPart> entries, int offset, int limit, boolean more) {

    public AuditDocument {
        entries = List.copyOf(entries);
    }

    /** @param found up to one more than the page takes */
    static AuditDocument of(List<AuditEntry> found, int offset, int limit) {
        return new AuditDocument(
                found.stream().limit(limit).map(EntryPart::of).toList(), offset, limit, found.size() > limit);
    }

    /**
     * One entry.
     *
     * @param position in the chain, from 1
     * @param username who; {@code (hub)} for the hub itself
     * @param outcome {@code requested}, {@code done}, {@code failed} or {@code refused}
     * @param hash SHA-256 of it and of the hash before
     */
    public record EntryPart(
            long position,
            String id,
            Instant at,
            String subject,
            String username,
            String client,
            String address,
            String action,
            String object,
            String outcome,
            Map<String, String> details,
            String hash) {

        private static EntryPart of(AuditEntry entry) {
            return new EntryPart(
                    entry.position(),
                    entry.event().id().toString(),
                    entry.event().at(),
                    entry.event().actor().subject(),
                    entry.event().actor().username(),
                    entry.event().actor().client(),
                    entry.event().actor().address(),
                    entry.event().action(),
                    entry.event().object(),
                    entry.event().outcome(),
                    entry.event().details(),
                    entry.hash());
        }
    }
}
