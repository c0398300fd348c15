package io.indago.routes.guard;

import io.indago.host.Status;
import java.util.Map;

/**
 * A provider's last lookups, at most 200; answers from the cache are none.
 *
 * @param statuses how many ended how
 */
public record Recent(int lookups, Map<Status, Integer> statuses, long p50Millis, long p95Millis, long p99Millis) {

    public Recent {
        statuses = Map.copyOf(statuses);
    }

    /** The share that brought an answer, a hit or no data; 0 to 1, and 1 as long as there is none. */
    public double successRate() {
        int answered = statuses.getOrDefault(Status.HIT, 0) + statuses.getOrDefault(Status.NO_DATA, 0);
        return lookups == 0 ? 1 : (double) answered / lookups;
    }
}
