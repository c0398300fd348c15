package io.indago.local.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Callers side by side, each of which asks, waits for the answer, thinks for a moment and asks again; until
 * there are as many answers as wanted, and it is told that nothing more will happen.
 */
final class Load {
    static final int CALLERS = 16;
    private static final int LONGEST_THOUGHT_MILLIS = 30;
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final Entrance hubs;
    private final Ledger ledger;
    private final String suffix;
    private final int lookups;
    private final long seed;
    private final AtomicInteger next = new AtomicInteger();
    private final List<CompletableFuture<Void>> callers = new ArrayList<>();
    private volatile boolean goesOn = true;

    /** @param suffix what the values end with that only this load asks for */
    Load(Entrance hubs, Ledger ledger, String suffix, int lookups, long seed) {
        this.hubs = hubs;
        this.ledger = ledger;
        this.suffix = suffix;
        this.lookups = lookups;
        this.seed = seed;
    }

    void start() {
        for (int i = 0; i < CALLERS; i++) {
            Random thoughts = new Random(seed + i);
            CompletableFuture<Void> done = new CompletableFuture<>();
            Thread caller = new Thread(() -> call(thoughts, done), "caller-" + i);
            caller.setDaemon(true);
            caller.start();
            callers.add(done);
        }
    }

    int lookups() {
        return lookups;
    }

    Ledger ledger() {
        return ledger;
    }

    int answered() {
        return ledger.answered();
    }

    /** Returns when so many lookups have been answered. */
    void awaitAnswered(int count) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (ledger.answered() < count) {
            failures();
            if (System.nanoTime() > end) {
                throw new IllegalStateException("only " + ledger.answered() + " of " + count + " answers after "
                        + LIMIT.toMinutes() + " minutes");
            }
            Thread.sleep(5);
        }
    }

    /** Returns when the last lookup is over. */
    void finish() throws InterruptedException {
        awaitAnswered(lookups);
        goesOn = false;
        callers.forEach(CompletableFuture::join);
    }

    /** Ends it at once, whatever is still wanted. */
    void abandon() {
        goesOn = false;
    }

    private void failures() {
        callers.stream().filter(CompletableFuture::isCompletedExceptionally).forEach(CompletableFuture::join);
    }

    private void call(Random thoughts, CompletableFuture<Void> done) {
        try {
            while (goesOn) {
                hubs.lookUp("l" + next.getAndIncrement() + "." + suffix, ledger);
                Thread.sleep(thoughts.nextInt(LONGEST_THOUGHT_MILLIS));
            }
            done.complete(null);
        } catch (InterruptedException | RuntimeException failure) {
            done.completeExceptionally(new CompletionException(failure));
        }
    }
}
