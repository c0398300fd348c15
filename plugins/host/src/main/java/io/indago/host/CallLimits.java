package io.indago.host;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What one HTTP call may take, and its ties to the work it is made for. */
public interface CallLimits {

    /** When it is cut, also in the middle of a reply. It may move on while the call is under way, never back. */
    Instant deadline();

    /** The most bytes of a reply after decompression. */
    long maxBytes();

    /** For whom it is made, in a word that tells callers apart; empty for nobody in particular. */
    default String caller() {
        return "";
    }

    /**
     * Whether the request may leave. The port asks when it has a connection, and sends nothing after a no but fails the
     * call.
     */
    default boolean mayLeave() {
        return true;
    }

    /** The port tells of each request it sends, a repeated one too. */
    void attempt();

    /** Completes when nobody waits for the call any more: cut it. */
    CompletionStage<?> over();

    /** Limits of a call nobody counts or calls off. */
    static CallLimits of(Instant deadline, long maxBytes) {
        return new CallLimits() {
            @Override
            public Instant deadline() {
                return deadline;
            }

            @Override
            public long maxBytes() {
                return maxBytes;
            }

            @Override
            public void attempt() {}

            @Override
            public CompletionStage<?> over() {
                return new CompletableFuture<>();
            }
        };
    }
}
