package io.indago.routes.audit;

import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the chain. */
public interface AuditEntries {

    /** Those wanted, the last first. */
    List<AuditEntry> find(AuditFilter wanted, int offset, int limit) throws StoreUnavailableException;

    /** The end of the chain; empty when there is none yet. */
    Optional<AuditEntry> last() throws StoreUnavailableException;

    /** After which entry the chain begins; empty while it begins with its first. */
    Optional<ChainCheckpoint> checkpoint() throws StoreUnavailableException;

    /** The pseudonyms under which somebody was forgotten. */
    Set<String> pseudonyms() throws StoreUnavailableException;

    /** Gives every entry after that position to the reader, in order. One that can't be read comes with a hash that is none. */
    void scan(long after, Consumer<AuditEntry> reader) throws StoreUnavailableException;
}
