package io.indago.bench;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Puts one cell's load on one server and measures what it cost. */
final class Trial {
    private static final long LOOK_MILLIS = 500;
    /** Less than that part of a core is what an idle server uses. */
    private static final double IDLE = 0.05;

    private static final int MOST_LOOKS = 120;

    private final Vertx vertx;
    private final Options options;
    private final Mock mock;
    private final Addresses addresses = new Addresses();

    Trial(Vertx vertx, Options options, Mock mock) {
        this.vertx = vertx;
        this.options = options;
        this.mock = mock;
    }

    Measurement run(Server server, Cell cell, Duration settle, Duration window) {
        mock.latency(cell.latency());
        Load load = new Load(vertx, addresses, server.url(), server.token().get(), cell.clients());
        ProcessFiles process = server.process().files();
        process.forgetPeak();
        long calls = mock.requests();
        double cpu = process.cpuSeconds();
        double busy = options.server().busySeconds();
        double rest = options.rest().busySeconds();
        long begin = System.nanoTime();
        Tally tally = load.run(settle, window);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double used = process.cpuSeconds() - cpu;
        double serverBusy = used / seconds / options.server().count();
        double foreign = (options.server().busySeconds() - busy)
                        / seconds
                        / options.server().count()
                - serverBusy;
        double restBusy =
                (options.rest().busySeconds() - rest) / seconds / options.rest().count();
        drain(process);
        long lookups = tally.answeredInAll();
        return new Measurement(
                tally.perSecond(),
                tally.millis(50),
                tally.millis(99),
                tally.millis(100),
                lookups,
                tally.acceptedInAll(),
                tally.refusedInAll(),
                tally.errors(),
                (process.cpuSeconds() - cpu) * 1_000 / Math.max(1, lookups),
                process.residentMegabytes(),
                process.peakMegabytes(),
                serverBusy,
                restBusy,
                Math.max(0, foreign),
                (mock.requests() - calls) / (double) Math.max(1, lookups),
                tally.meanBytes());
    }

    /** Waits until the server has done what it still has to do for the answers it gave: accounting, events. */
    private static void drain(ProcessFiles process) {
        double before = process.cpuSeconds();
        for (int look = 0; look < MOST_LOOKS; look++) {
            Pause.millis(LOOK_MILLIS);
            double now = process.cpuSeconds();
            if ((now - before) * 1_000 < LOOK_MILLIS * IDLE) {
                return;
            }
            before = now;
        }
    }
}
