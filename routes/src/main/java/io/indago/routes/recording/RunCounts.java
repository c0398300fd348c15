package io.indago.routes.recording;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often each call was made in one run: a provider that is polled replies something else to the same call. */
final class RunCounts {
    private final Map<RecordedCall, Integer> counts = new ConcurrentHashMap<>();

    /** 1 for the first time. */
    int next(RecordedCall call) {
        return counts.merge(call, 1, Integer::sum);
    }
}
