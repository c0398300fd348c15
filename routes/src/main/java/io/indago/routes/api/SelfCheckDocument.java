package io.indago.routes.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the hub finds unsafe about how it runs, {@code GET /api/admin/self-check}.
 *
 * @param checkedAt when it looked last; nothing while it has not yet
 */
public record SelfCheckDocument(Optional<Instant> checkedAt, List<Finding> findings) {
    public SelfCheckDocument {
        findings = List.copyOf(findings);
    }

    /** How much it matters. */
    public enum Severity {
        /** To be mended. */
        WARNING,
        /** Fine where it is meant to be so. */
        NOTE
    }

    /**
     * One thing found.
     *
     * @param code what it is, in one word that does not change
     * @param message what is so, and what to do
     */
    public record Finding(Severity severity, String code, String message) {
        public static Finding warning(String code, String message) {
            return new Finding(Severity.WARNING, code, message);
        }

        public static Finding note(String code, String message) {
            return new Finding(Severity.NOTE, code, message);
        }
    }
}
