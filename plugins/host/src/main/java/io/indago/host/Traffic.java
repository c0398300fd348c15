package io.indago.host;

/** Where the calls of a provider or connector go. */
public enum Traffic {
    /** To the real other side. */
    LIVE,
    /** To the real other side, and what it replies is recorded. */
    RECORD,
    /** To the sandbox. */
    SANDBOX,
    /** Nowhere: they are answered from recordings. */
    REPLAY;

    /** Whether something else answers in the other side's place. */
    public boolean isStandIn() {
        return this == SANDBOX || this == REPLAY;
    }
}
