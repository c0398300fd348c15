package io.indago.routes.provider;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
     * @param late runs instead when its turn does not come within so many milliseconds
     * @throws RejectedExecutionException when there is no thread for it; nothing runs
     */
    void run(Runnable call, Runnable late, long patienceMillis) {
        if (begins(call, late, patienceMillis)) {
            try {
                threads.execute(() -> runAll(call));
            } catch (RejectedExecutionException full) {
                end();
                throw full;
            }
        }
    }

    private synchronized boolean begins(Runnable call, Runnable late, long patienceMillis) {
        if (busy < lanes) {
            busy++;
            return true;
        }
        waiting.put(call, timer.schedule(() -> giveUp(call, late), patienceMillis, TimeUnit.MILLISECONDS));
        return false;
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

    private void giveUp(Runnable call, Runnable late) {
        boolean waited;
        synchronized (this) {
            waited = waiting.remove(call) != null;
        }
        if (waited) {
            late.run();
        }
    }
}
