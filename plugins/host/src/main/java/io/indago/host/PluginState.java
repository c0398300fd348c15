package io.indago.host;

/**
 * How far a plugin has come: {@code DISCOVERED → RESOLVED → CONFIGURED → ACTIVE → CLOSED}, or from any of the first
 * three to {@code REJECTED}.
 */
public enum PluginState {
    /** Found in the folder. */
    DISCOVERED,
    /** Loaded, its providers are known; none is configured, or all are disabled. */
    RESOLVED,
    /** A provider is configured, but none could be started. */
    CONFIGURED,
    /** At least one provider can be asked. */
    ACTIVE,
    /** Closed with its host. */
    CLOSED,
    /** Not usable; its problems say why. */
    REJECTED
}
