package io.indago.client;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
interface Pause {
    Pause REAL = time -> Thread.sleep(time.toMillis());

    void of(Duration time) throws InterruptedException;
}
