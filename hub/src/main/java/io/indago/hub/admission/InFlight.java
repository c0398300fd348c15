package io.indago.hub.admission;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How much each caller has in flight; whoever has nothing is not remembered. */
final class InFlight {
    private final int most;
    private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();

    /** @param most that one caller may have */
    InFlight(int most) {
        this.most = most;
    }

    int most() {
        return most;
    }

    /** Whether there is room for one more of that caller; if so he {@linkplain #leave leaves} when it is done. */
    boolean enter(String caller) {
        if (counts.merge(caller, 1, Integer::sum) <= most) {
            return true;
        }
        leave(caller);
        return false;
    }

    void leave(String caller) {
        counts.computeIfPresent(caller, (who, count) -> count == 1 ? null : count - 1);
    }

    /** How many callers have something in flight. */
    int callers() {
        return counts.size();
    }
}
