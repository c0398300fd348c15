package io.indago.routes.audit;

import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.journal.JournalUnavailableException;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes how long the chain is, in its topic and in the log, again and again; also when the hub stops. */
public final class ChainHeads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChainHeads.class);

    private final AuditEntries entries;
    private final JournalledAudit journal;
    private final Clock clock;

    public ChainHeads(AuditEntries entries, JournalledAudit journal, Clock clock) {
        this.entries = entries;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Publishes the end of the chain as it is now. What can't be published now will be the next time.
     *
     * @return whether it was: not while there is no entry yet, or none can be read
     */
    public boolean publish() {
        try {
            Optional<AuditEntry> last = entries.last();
            if (last.isPresent()) {
                publish(AuditHead.of(last.get(), clock.instant()));
            }
            return last.isPresent();
        } catch (StoreUnavailableException | JournalUnavailableException unavailable) {
            LOG.atWarn().setCause(unavailable).log("The head of the audit chain was not published");
            return false;
        }
    }

    private void publish(AuditHead head) throws JournalUnavailableException {
        journal.publish(head);
        LOG.atInfo()
                .addKeyValue("position", head.position())
                .addKeyValue("hash", head.hash())
                .log("The head of the audit chain");
    }

    @Override
    public void close() {
        publish();
    }
}
