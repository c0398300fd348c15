package io.indago.routes.provider;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One provider's calls: as many at once as it may have connections, each on a thread. The others wait in the order they
 * came, and without a thread, whose stack would be most of what a waiting call takes. A thread that has made a call goes
 * on with the next one.
 */
final class CallLanes {
    private final int lanes;
    private final Executor threads;
    private final ScheduledExecutorService timer;
    private final Map<Runnable, Future<?>> waiting = new LinkedHashMap<>();
    private int busy;

    CallLanes(int lanes, Executor threads, ScheduledExecutorService timer) {
        this.lanes = lanes;
        this.threads = threads;
        this.timer = timer;
    }

    /**
     * Makes the call, now or when its turn comes.
     *
     * @param late runs instead when its turn does not come in time
     * @param patienceMillis how long it may wait from now on, asked again when that is over
     * @throws RejectedExecutionException when there is no thread for it; nothing runs
     */
    void run(Runnable call, Runnable late, LongSupplier patienceMillis) {
        if (begins(call, late, patienceMillis)) {
            try {
                threads.execute(() -> runAll(call));
            } catch (RejectedExecutionException full) {
                end();
                throw full;
            }
        }
    }

    private synchronized boolean begins(Runnable call, Runnable late, LongSupplier patienceMillis) {
        if (busy < lanes) {
            busy++;
            return true;
        }
        waiting.put(call, alarm(call, late, patienceMillis));
        return false;
    }

    private Future<?> alarm(Runnable call, Runnable late, LongSupplier patienceMillis) {
        return timer.schedule(
                () -> giveUp(call, late, patienceMillis), patienceMillis.getAsLong(), TimeUnit.MILLISECONDS);
    }

    /** Nobody wants the call any more; nothing happens when it has begun. Whether it had not, and never will. */
    synchronized boolean forget(Runnable call) {
        Future<?> alarm = waiting.remove(call);
        if (alarm != null) {
            alarm.cancel(false);
        }
        return alarm != null;
    }

    /** How many calls wait for their turn. */
    synchronized int waiting() {
        return waiting.size();
    }

    private void runAll(Runnable first) {
        for (Runnable call = first; call != null; call = next()) {
            call.run();
        }
    }

    private synchronized @Nullable Runnable next() {
        Iterator<Map.Entry<Runnable, Future<?>>> turns = waiting.entrySet().iterator();
        if (!turns.hasNext()) {
            end();
            return null;
        }
        Map.Entry<Runnable, Future<?>> turn = turns.next();
        turns.remove();
        turn.getValue().cancel(false);
        return turn.getKey();
    }

    private synchronized void end() {
        busy--;
    }

    private void giveUp(Runnable call, Runnable late, LongSupplier patienceMillis) {
        boolean waited;
        synchronized (this) {
            if (patienceMillis.getAsLong() > 0) {
                waiting.computeIfPresent(call, (same, over) -> alarm(call, late, patienceMillis));
                return;
            }
            waited = waiting.remove(call) != null;
        }
        if (waited) {
            late.run();
        }
    }
}
