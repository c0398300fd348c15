package io.indago.host;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One piece of a plugin's code, to run on one of its threads, and the time by which it has to return. */
final class PluginTask implements Runnable {
    private final PluginThreads threads;
    private final LongSupplier deadline;
    private final Runnable code;
    private final Consumer<String> refused;
    private State state = State.WAITING;
    private @Nullable Thread thread;

    /**
     * A task.
     *
     * @param deadline in the terms of {@link System#nanoTime()}; it may move on
     * @param refused told why, when the code will never run
     */
    PluginTask(PluginThreads threads, LongSupplier deadline, Runnable code, Consumer<String> refused) {
        this.threads = threads;
        this.deadline = deadline;
        this.code = code;
        this.refused = refused;
    }

    private enum State {
        WAITING,
        RUNNING,
        OVERRUN,
        OVER
    }

    LongSupplier deadline() {
        return deadline;
    }

    boolean isOverdue() {
        return System.nanoTime() - deadline.getAsLong() >= 0;
    }

    @Override
    public void run() {
        if (begin()) {
            try {
                code.run();
            } finally {
                end();
            }
        }
    }

    /** Gives up on code that has not begun; whether it had not. */
    synchronized boolean abandon() {
        boolean waiting = state == State.WAITING;
        if (waiting) {
            state = State.OVER;
        }
        return waiting;
    }

    void refuse(String reason) {
        if (abandon()) {
            refused.accept(reason);
        }
    }

    /** Interrupts code that runs past its deadline, once; whether this was the time. Most accidental blocks end so. */
    synchronized boolean interruptIfOverdue() {
        if (state != State.RUNNING || thread == null || !isOverdue()) {
            return false;
        }
        state = State.OVERRUN;
        thread.interrupt();
        return true;
    }

    private synchronized boolean begin() {
        if (state != State.WAITING) {
            return false;
        }
        state = State.RUNNING;
        thread = Thread.currentThread();
        threads.begun(this);
        return true;
    }

    private synchronized void end() {
        state = State.OVER;
        threads.ended(this);
        // an interrupt of ours that came too late must not hit the next task
        Thread.interrupted();
    }
}
