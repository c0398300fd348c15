package io.indago.routes.audit;

import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the chain. */
public interface AuditEntries {

    /** Those wanted, the last first. */
    List<AuditEntry> find(AuditFilter wanted, int offset, int limit) throws StoreUnavailableException;

    /** The end of the chain; empty when there is none yet. */
    Optional<AuditEntry> last() throws StoreUnavailableException;

    /** Gives every entry there is to the reader, by position. An entry that can't be read comes with a hash that is none. */
    void scan(Consumer<AuditEntry> reader) throws StoreUnavailableException;
}
