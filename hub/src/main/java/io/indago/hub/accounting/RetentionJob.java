package io.indago.hub.accounting;

import io.indago.hub.accounting.Retention.Done;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Has the {@link Retention} at work every hour, on a thread of its own, for a large backlog takes its time. */
final class RetentionJob implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
    private static final long HOURLY_SECONDS = 3_600;

    private final Retention retention;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "accounting-retention");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean running;

    RetentionJob(Retention retention) {
        this.retention = retention;
    }

    @Override
    public void start() {
        running = true;
        thread.scheduleWithFixedDelay(this::run, 0, HOURLY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        try {
            Done done = retention.run();
            if (!done.isNothing()) {
                LOG.atInfo()
                        .addKeyValue("monthsMade", done.made())
                        .addKeyValue("addressesForgotten", done.addresses())
                        .addKeyValue("monthsDropped", done.dropped())
                        .addKeyValue("deliveriesForgotten", done.deliveries())
                        .log("The accounts are tidied");
            }
        } catch (StoreUnavailableException away) {
            LOG.atWarn().setCause(away).log("The accounts can't be tidied now; tried again in an hour");
        } catch (RuntimeException ours) {
            LOG.atError().setCause(ours).log("The accounts can't be tidied; tried again in an hour");
        }
    }
}
