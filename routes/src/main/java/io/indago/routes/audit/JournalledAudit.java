package io.indago.routes.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.journal.Journal;
import io.indago.routes.journal.JournalEntry;
import io.indago.routes.journal.JournalUnavailableException;

/** Puts audit events and heads of the chain in the journal, all events under one key, so that they keep their order. */
public final class JournalledAudit implements AuditLog {
    private static final String KEY = "audit";

    private final Journal journal;
    private final ObjectMapper json;

    public JournalledAudit(Journal journal, ObjectMapper json) {
        this.journal = journal;
        this.json = json;
    }

    @Override
    public void append(AuditEvent event) throws JournalUnavailableException {
        append(AuditEvent.TOPIC, event);
    }

    /** Makes the head known outside the database. */
    void publish(AuditHead head) throws JournalUnavailableException {
        append(AuditHead.TOPIC, head);
    }

    private void append(String topic, Object value) throws JournalUnavailableException {
        try {
            journal.append(new JournalEntry(topic, KEY, json.writeValueAsBytes(value)));
        } catch (JsonProcessingException impossible) {
            throw new JournalUnavailableException("it can't be written", impossible);
        }
    }
}
