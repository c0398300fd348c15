package io.indago.routes.limit;

import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import java.util.List;
import java.util.Optional;

/** What administrators have set, for all replicas. Finding never waits; what was known last holds while the store is away. */
public interface LimitOverrides {

    /** What was set for that one, however long ago; empty when nothing was. */
    Optional<LimitOverride> find(LimitKind kind, String name);

    /** Everything that was set and is not over. */
    List<LimitOverride> all() throws StoreUnavailableException;

    /** In place of what was set before. */
    void set(LimitOverride override) throws StoreUnavailableException;

    /** Whether there was one. */
    boolean clear(LimitKind kind, String name) throws StoreUnavailableException;
}
