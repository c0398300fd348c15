package io.indago.routes.guard;

import io.indago.host.LookupResult;
import io.indago.host.Status;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** How a provider's last lookups ended, and how long they took. */
final class RecentResults {
    private static final int SIZE = 200;

    private final Status[] statuses = new Status[SIZE];
    private final long[] millis = new long[SIZE];
    private int next;
    private int count;

    synchronized void add(LookupResult result) {
        statuses[next] = result.outcome().status();
        millis[next] = result.took().toMillis();
        next = (next + 1) % SIZE;
        count = Math.min(SIZE, count + 1);
    }

    synchronized Recent recent() {
        Map<Status, Integer> ended = new EnumMap<>(Status.class);
        for (int i = 0; i < count; i++) {
            ended.merge(statuses[i], 1, Integer::sum);
        }
        long[] sorted = Arrays.copyOf(millis, count);
        Arrays.sort(sorted);
        return new Recent(count, ended, percentile(sorted, 50), percentile(sorted, 95), percentile(sorted, 99));
    }

    /** Zero as long as nothing is known. */
    Duration p95() {
        return Duration.ofMillis(recent().p95Millis());
    }

    private static long percentile(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1];
    }
}
