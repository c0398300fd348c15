package io.indago.client;

/** How the outcomes of many lookups are written, one by one. */
interface LookupSheet {

    /** What stands above the first. */
    default String heading() {
        return "";
    }

    /** A line with its end. */
    String line(LookupOutcome outcome);
}
