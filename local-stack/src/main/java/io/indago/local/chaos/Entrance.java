package io.indago.local.chaos;

import io.indago.local.chaos.Attempt.Fate;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What callers see of several hubs, as behind a proxy: one after the other of those that say that they are ready, and
 * the next one when nobody listens. Of one alone nothing is asked: what it refuses, it is to refuse.
 */
final class Entrance implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration AFTER_REFUSAL = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final List<HubClient> all;
    private final List<HubClient> ready;
    private final AtomicInteger turn = new AtomicInteger();
    private final Thread watch = new Thread(this::watch, "entrance");

    Entrance(List<HubClient> hubs) {
        all = List.copyOf(hubs);
        ready = new CopyOnWriteArrayList<>(all);
        watch.setDaemon(true);
        if (all.size() > 1) {
            watch.start();
        }
    }

    /** Looks it up and notes what came of it; while nobody listens it waits for somebody who does. */
    void lookUp(String value, Ledger ledger) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                Attempt attempt = next().attempt(value);
                ledger.note(attempt);
                if (!attempt.is(Fate.ANSWERED)) {
                    Thread.sleep(AFTER_REFUSAL.toMillis());
                }
                return;
            } catch (ConnectException nobody) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("no hub listens", nobody);
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    private HubClient next() {
        List<HubClient> some = List.copyOf(ready);
        List<HubClient> choice = some.isEmpty() ? all : some;
        return choice.get(Math.floorMod(turn.getAndIncrement(), choice.size()));
    }

    private void watch() {
        try {
            while (true) {
                for (HubClient hub : all) {
                    boolean isReady = hub.isReady();
                    if (!isReady) {
                        ready.remove(hub);
                    } else if (!ready.contains(hub)) {
                        ready.add(hub);
                    }
                }
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException closed) {
            // nobody looks any more
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
