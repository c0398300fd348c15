package io.indago.local.chaos;

import java.util.List;
import java.util.Optional;

/** Something that goes wrong while lookups are made, and is well again when it returns. */
interface Fault {

    /** Breaks it and mends it; says in sentences what it saw that should not be. */
    List<String> strike(Turn turn) throws Exception;

    /** Whether the hub has to answer every lookup all the while. */
    default boolean lookupsGoOn() {
        return true;
    }

    /** How many hubs the lookups are spread over. */
    default int hubs() {
        return 1;
    }

    /** Why it can't be done on this machine, if it can't. */
    default Optional<String> obstacle() {
        return Optional.empty();
    }
}
