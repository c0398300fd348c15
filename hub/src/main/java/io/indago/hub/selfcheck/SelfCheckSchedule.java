package io.indago.hub.selfcheck;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the self-check once the hub is up, beside it, and again and again: soon where Keycloak was away, else in a while. */
final class SelfCheckSchedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SelfCheckSchedule.class);

    private final SelfCheck selfCheck;
    private final Duration soon;
    private final Duration later;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread own = new Thread(work, "self-check");
        own.setDaemon(true);
        return own;
    });

    SelfCheckSchedule(SelfCheck selfCheck, Duration soon, Duration later) {
        this.selfCheck = selfCheck;
        this.soon = soon;
        this.later = later;
    }

    void start() {
        thread.execute(this::runAndPlanTheNext);
    }

    private void runAndPlanTheNext() {
        try {
            selfCheck.run();
        } catch (RuntimeException mistake) {
            LOG.error("The self-check failed; it is tried again", mistake);
        }
        if (!thread.isShutdown()) {
            Duration pause = selfCheck.isIncomplete() ? soon : later;
            thread.schedule(this::runAndPlanTheNext, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
