package io.indago.routes.api;

import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import java.time.Instant;
import java.util.Optional;

/** Which providers and connectors somebody has switched off, for all replicas and over restarts. */
public interface ProviderSwitches {

    /** Who switched it off, and why; empty when nobody did. As of a few seconds ago at worst. */
    Optional<Disabled> find(String id);

    /**
     * Switches it off.
     *
     * @throws StoreUnavailableException when that can't be kept; it is then as it was
     */
    void disable(String id, Disabled by) throws StoreUnavailableException;

    /**
     * Switches it on again; nothing happens when it is.
     *
     * @throws StoreUnavailableException as for {@link #disable}
     */
    void enable(String id) throws StoreUnavailableException;

    /**
     * Switched off.
     *
     * @param by the user's name
     * @param reason blank when none was given
     */
    record Disabled(String by, String reason, Instant at) {

        /** In a sentence. */
        public String sentence() {
            return "disabled by " + by + " at " + at + (reason.isEmpty() ? "" : ": " + reason);
        }
    }
}
