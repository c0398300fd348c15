package io.indago.host;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What a run has taken so far, and whether it may take more. */
final class Tally {
    static final int MAX_STEPS = 20;
    static final long MAX_BYTES = 8L * 1024 * 1024;

    private final AtomicInteger steps = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    /** Counts steps, each call of a step as one; whether there may be that many. */
    boolean steps(int more) {
        return steps.addAndGet(more) <= MAX_STEPS;
    }

    void call() {
        calls.incrementAndGet();
    }

    /** Counts what a reply brought; whether there may be that much. */
    boolean received(long more) {
        return bytes.addAndGet(more) <= MAX_BYTES;
    }

    int calls() {
        return calls.get();
    }

    long bytes() {
        return bytes.get();
    }

    long bytesLeft() {
        return Math.max(0, MAX_BYTES - bytes.get());
    }
}
