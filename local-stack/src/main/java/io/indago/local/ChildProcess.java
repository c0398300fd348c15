package io.indago.local;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process that runs as our child and stands on the ledger. */
final class ChildProcess {

    private static final long POLL_MILLIS = 50;

    private final Process process;
    private final RecordedProcess recorded;
    private final LogFile log;

    ChildProcess(Process process, RecordedProcess recorded, LogFile log) {
        this.process = requireNonNull(process);
        this.recorded = requireNonNull(recorded);
        this.log = requireNonNull(log);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void stop(Duration grace) {
        recorded.stop(grace);
    }

    void kill() {
        recorded.kill();
    }

    void onExit(Runnable action) {
        process.onExit().thenRun(action);
    }

    /** Waits until the condition holds; fails when the process ends first, or when the time is up. */
    void await(BooleanSupplier condition, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new LocalStackException(recorded.name() + " stopped while it was starting: " + log.lastWords()
                        + " (log: " + log.path() + ").");
            }
            if (System.nanoTime() > end) {
                throw new LocalStackException(recorded.name() + " does not answer after " + limit.toSeconds() + " s: "
                        + log.lastWords() + " (log: " + log.path() + ").");
            }
            pause();
        }
    }

    /** Waits for the process to end by itself, with success. */
    void awaitSuccess(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                throw new LocalStackException(
                        recorded.name() + " is not done after " + limit.toSeconds() + " s (log: " + log.path() + ").");
            }
            if (process.exitValue() != 0) {
                throw new LocalStackException(
                        recorded.name() + " failed: " + log.lastWords() + " (log: " + log.path() + ").");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while waiting for " + recorded.name() + ".", e);
        }
    }

    private void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while waiting for " + recorded.name() + ".", e);
        }
    }
}
