package io.indago.client;

import io.indago.client.LookupOutcome.LockedOut;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks about many indicators side by side, and hands the outcomes on in the order of the input. */
final class LookupRun {
    /** How far those behind a slow one may get ahead of it; what is finished has to be held meanwhile. */
    private static final int AHEAD = 16;

    private final int parallel;
    private final Recipient recipient;
    private final Deque<Future<LookupOutcome>> window = new ArrayDeque<>();
    private volatile boolean over;

    LookupRun(int parallel, Recipient recipient) {
        this.parallel = parallel;
        this.recipient = recipient;
    }

    /** @throws ClientException when it turns out that nobody is logged in; what is done by then is handed on */
    void of(List<String> inputs, Inquirer inquirer) throws ClientException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(parallel, LookupRun::thread);
        try {
            for (String input : inputs) {
                if (window.size() == parallel * AHEAD) {
                    handOnNext();
                }
                if (over) {
                    return;
                }
                add(threads.submit(() -> inquirer.about(input)));
            }
            while (!over && !window.isEmpty()) {
                handOnNext();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Hands on what is done and then nothing any more. */
    synchronized void breakOff() {
        for (Future<LookupOutcome> each : window) {
            if (over) {
                return;
            }
            if (each.isDone() && !each.isCancelled()) {
                handOn(each);
            }
        }
        over = true;
    }

    private synchronized void add(Future<LookupOutcome> next) {
        window.add(next);
    }

    private void handOnNext() throws ClientException, InterruptedException {
        Future<LookupOutcome> next = window.element();
        LookupOutcome outcome = outcome(next);
        synchronized (this) {
            if (over) {
                return;
            }
            if (outcome instanceof LockedOut lockedOut) {
                breakOff();
                throw lockedOut.cause();
            }
            window.remove();
            over = !recipient.take(outcome);
        }
    }

    private void handOn(Future<LookupOutcome> done) {
        try {
            LookupOutcome outcome = done.get();
            if (!(outcome instanceof LockedOut)) {
                over = !recipient.take(outcome);
            }
        } catch (ExecutionException | InterruptedException failed) {
            // its own turn would have told; this is the end anyway
        }
    }

    private static LookupOutcome outcome(Future<LookupOutcome> next) throws InterruptedException {
        try {
            return next.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "lookup");
        thread.setDaemon(true);
        return thread;
    }

    /** Answers one line of the input. */
    @FunctionalInterface
    interface Inquirer {
        LookupOutcome about(String input) throws InterruptedException;
    }

    /** Takes outcomes, one at a time. */
    @FunctionalInterface
    interface Recipient {
        /** @return whether it wants more */
        boolean take(LookupOutcome outcome);
    }
}
