package io.indago.routes.guard;

import java.time.Duration;

/** Where a replica tells the others that a provider wants to be left alone. */
@FunctionalInterface
public interface SharedPauses {

    /**
     * Tells them; returns at once.
     *
     * @param pause whose credential it is about, in a word that tells nobody who
     */
    void begun(String pause, Duration time);
}
