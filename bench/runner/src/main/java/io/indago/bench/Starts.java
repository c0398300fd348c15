package io.indago.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * How long a hub takes from its start to its first 200, in seconds.
 *
 * @param first of the very first start, with an empty database and no archive of classes
 * @param later with what the first one left
 */
record Starts(double first, List<Double> later, Child running) {

    /** Starts it again and again; the last one stays, on that core. */
    static Starts of(HubLaunch launch, Cpus cpus, int times) {
        double first = 0;
        List<Double> later = new ArrayList<>();
        for (int i = 0; true; i++) {
            Child hub = launch.start(cpus);
            double seconds = hub.awaitReady(launch.status()).toMillis() / 1_000.0;
            if (i == 0) {
                first = seconds;
            } else {
                later.add(seconds);
            }
            if (i == times) {
                return new Starts(first, later, hub);
            }
            hub.close();
        }
    }

    double median() {
        return Medians.of(later);
    }
}
