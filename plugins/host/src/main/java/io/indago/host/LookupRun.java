package io.indago.host;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A provider's part of a lookup, under way. */
public interface LookupRun {

    /** Completes by the deadline and never fails, on a thread of the host: what continues it should be short. */
    CompletionStage<LookupResult> result();

    /** Someone has more time: the run goes on to that deadline, if it is later than its own. */
    void extendTo(Instant deadline);

    /** Nobody waits any more: ends the run at once, as {@code killed}, and cuts its calls. */
    void cancel();

    /** What it waits for now, as part of a sentence: {@code the call to www.virustotal.com}. */
    String waitingFor();

    /** A run that ended before it began. */
    static LookupRun ended(LookupResult result) {
        return new LookupRun() {
            @Override
            public CompletionStage<LookupResult> result() {
                return CompletableFuture.completedStage(result);
            }

            @Override
            public void extendTo(Instant deadline) {}

            @Override
            public void cancel() {}

            @Override
            public String waitingFor() {
                return "nothing";
            }
        };
    }
}
