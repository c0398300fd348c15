package io.indago.hub.config;

import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Starts short work at its time: ends of waits, repeated calls, health checks. One thread; what is started goes elsewhere. */
final class HubTimer implements AutoCloseable {
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "hub-timer");
        thread.setDaemon(true);
        return thread;
    });

    HubTimer() {
        executor.setRemoveOnCancelPolicy(true);
    }

    /** Not a bean: any {@code Executor} that is one switches off Spring Boot's own. */
    ScheduledThreadPoolExecutor executor() {
        return executor;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
