package io.indago.routes.journal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the forwarder when there is something new; many announcements are one. */
final class Arrivals {
    private final Semaphore news = new Semaphore(0);

    void announce() {
        news.drainPermits();
        news.release();
    }

    /** Until there is something new, or for that long. */
    void await(Duration patience) throws InterruptedException {
        news.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
