package io.indago.routes.audit;

import io.indago.routes.journal.JournalUnavailableException;

/** Where audit events go. */
@FunctionalInterface
public interface AuditLog {

    /**
     * Takes the event; returns fast, and asks no database. What it returned from has its entry in the end.
     *
     * @throws JournalUnavailableException when it can't; what the event is about must then not happen
     */
    void append(AuditEvent event) throws JournalUnavailableException;
}
