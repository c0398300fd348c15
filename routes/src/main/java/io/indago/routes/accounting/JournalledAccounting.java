package io.indago.routes.accounting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.journal.Journal;
import io.indago.routes.journal.JournalEntry;
import io.indago.routes.journal.JournalUnavailableException;

/** Puts accounting events in the journal, those of one user in their order. */
public final class JournalledAccounting implements AccountingLog {
    private final Journal journal;
    private final ObjectMapper json;

    public JournalledAccounting(Journal journal, ObjectMapper json) {
        this.journal = journal;
        this.json = json;
    }

    @Override
    public void append(AccountingEvent event) throws AccountingUnavailableException {
        try {
            journal.append(new JournalEntry(AccountingEvent.TOPIC, event.subject(), json.writeValueAsBytes(event)));
        } catch (JsonProcessingException | JournalUnavailableException failure) {
            throw new AccountingUnavailableException("the event can't be recorded", failure);
        }
    }
}
