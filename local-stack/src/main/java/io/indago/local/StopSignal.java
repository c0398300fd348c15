package io.indago.local;

/** How a program wants to be told to stop. */
enum StopSignal {
    TERM,
    /** For PostgreSQL, which on TERM waits for its clients to go. */
    INT
}
