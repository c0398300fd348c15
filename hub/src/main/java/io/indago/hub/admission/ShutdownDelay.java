package io.indago.hub.admission;

import io.indago.hub.config.IndagoProperties;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets the hub go on as ever for a while when it is to stop: its readiness is down by then, and a proxy has to notice
 * before requests are refused.
 */
@Component
final class ShutdownDelay implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ShutdownDelay.class);

    private final Duration delay;
    private volatile boolean running;

    @Autowired
    ShutdownDelay(IndagoProperties settings) {
        this(settings.shutdownDelay());
    }

    ShutdownDelay(Duration delay) {
        this.delay = delay;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        if (!delay.isZero()) {
            goOn();
        }
        running = false;
    }

    private void goOn() {
        LOG.atInfo().addKeyValue("delay", delay).log("The hub stops after the delay; its readiness is down");
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until the delay is over. */
    @Override
    public boolean isRunning() {
        return running;
    }

    /** The last to start and the first to stop: before the routes and the web server. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
