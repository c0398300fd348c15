package io.indago.local.chaos;

import java.time.Duration;

/**
 * One lookup as its caller saw it.
 *
 * @param id what the hub called it; empty when it said nothing
 * @param status of the answer; 0 when there was none
 * @param begun when, in nanoseconds of no particular beginning
 */
record Attempt(String value, Fate fate, String id, int status, long begun, Duration took) {

    enum Fate {
        /** A whole answer came, with a status of success. */
        ANSWERED,
        /** A whole answer came, with another status. */
        REFUSED,
        /** The connection broke, or nothing came in time. */
        BROKEN
    }

    boolean is(Fate other) {
        return fate == other;
    }
}
