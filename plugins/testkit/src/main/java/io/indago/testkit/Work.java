package io.indago.testkit;

import java.util.concurrent.CompletionStage;

/**
 * A lookup or a push under way.
 *
 * @param end completes by the deadline and never fails
 * @param cancel ends it at once
 */
record Work(CompletionStage<Ended> end, Runnable cancel) {

    /** Waits for its end, which the host promises. */
    Ended ended() {
        return end.toCompletableFuture().join();
    }
}
