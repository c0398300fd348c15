package io.indago.spi;

/**
 * How far a source is trusted, after the Admiralty scale. Kept apart from the confidence a provider states itself; an
 * operator may override it.
 *
 * @since 1.0
 */
public enum Reliability {
    /** Completely reliable. */
    A,
    /** Usually reliable. */
    B,
    /** Fairly reliable. */
    C,
    /** Not usually reliable. */
    D,
    /** Unreliable. */
    E,
    /** Reliability can't be judged: its opinions carry no weight. */
    F
}
