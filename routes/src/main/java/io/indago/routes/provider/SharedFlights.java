package io.indago.routes.provider;

import io.indago.host.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Where replicas see that another asks the same, and get its answer. Nothing depends on it but how often is asked. */
public interface SharedFlights {
    /** Of who is alone. */
    SharedFlights NONE = new SharedFlights() {
        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public CompletionStage<Optional<Outcome>> answer(String key, Instant until) {
            return CompletableFuture.completedStage(Optional.empty());
        }

        @Override
        public void landed(String key, Outcome outcome) {}
    };

    /** Whether there are others, as far as it is known, and they can be seen. */
    boolean isOpen();

    /**
     * What another replica was answered, once it is; empty as soon as it is this one's turn to ask: nobody does, who did has
     * no answer or is dead, or they can't be seen.
     *
     * @param key what is asked, in a word that tells nobody what
     * @param until when this one would be done with asking; never longer
     * @return never fails
     */
    CompletionStage<Optional<Outcome>> answer(String key, Instant until);

    /** This one has asked; an answer is for those who wait for it, else it is the next one's turn. */
    void landed(String key, Outcome outcome);
}
