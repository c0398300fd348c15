package io.indago.testkit;

/**
 * What nearly every provider and connector can do, and a contract test takes for granted unless it is told otherwise.
 * What can be read from a declaration needs no switch: one that declares no secret is not tested for hiding it.
 */
public enum Capability {
    /** It makes HTTP calls. Without it: an unmanaged one, on a vendor's SDK or a local file. */
    CALLS,
    /** It can tell that the other side does not know an indicator. Without it: one that computes an answer to anything. */
    NO_DATA,
    /** A push that comes twice finds what it made. Without it: a message, a mail, which can't be looked up. */
    REPEATABLE,
    /** What it sends says the TLP. Without it: a platform that knows no such marking. */
    MARKING
}
