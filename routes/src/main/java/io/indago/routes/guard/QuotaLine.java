package io.indago.routes.guard;

import io.indago.routes.guard.QuotaLedger.Time;
import io.indago.spi.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What this replica holds of one quota, window by window. A call is counted in every window in which the provider may see
 * it: clocks differ, and what leaves at the end of one window may arrive in the next. Guarded by whoever has it.
 */
final class QuotaLine {
    private static final Duration MOST_SKEW = Duration.ofSeconds(1);
    /** More windows are never leased ahead; of seconds it is ten minutes. */
    private static final int MOST_AHEAD = 600;

    private final Quota quota;
    private final String key;
    private final Duration skew;
    private final NavigableMap<Instant, Holding> holdings = new TreeMap<>();

    QuotaLine(Quota quota, String key) {
        this.quota = quota;
        this.key = key;
        Duration tenth = quota.window().dividedBy(10);
        skew = tenth.compareTo(MOST_SKEW) < 0 ? tenth : MOST_SKEW;
    }

    Quota quota() {
        return quota;
    }

    /** The windows a call falls into that is sent now and answered within that time; of later ones the next alone. */
    List<Holding> touched(Time now, Duration within) {
        QuotaWindow first = at(now.earliest().minus(skew));
        QuotaWindow last = at(now.latest().plus(skew)).next();
        Instant end = now.latest().plus(skew).plus(within.isNegative() ? Duration.ZERO : within);
        List<Holding> touched = new ArrayList<>();
        for (QuotaWindow window = first; !window.starts().isAfter(end); window = window.next()) {
            touched.add(holding(window));
            if (window.equals(last)) {
                break;
            }
        }
        return touched;
    }

    /** When there may be a call again: in the first window that is not known to be spent. */
    Instant free(Time now) {
        QuotaWindow window = at(now.earliest().minus(skew));
        Instant free = now.latest();
        while (isSpent(window)) {
            free = window.ends().plus(skew);
            window = window.next();
        }
        return free;
    }

    private boolean isSpent(QuotaWindow window) {
        Holding held = holdings.get(window.starts());
        return held != null && held.isSpent();
    }

    /** The window that is now. */
    Holding current(Time now) {
        return holding(at(now.latest()));
    }

    /** What is left of the window that is now. */
    QuotaMeter.Left left(Time now, Instant freeAt) {
        Holding held = current(now);
        return new QuotaMeter.Left(quota, held.isKnown() ? held.left() : quota.calls(), held.free(), freeAt);
    }

    /** Those that begin before the time is over, the one that is now included. */
    Stream<Holding> ahead(Time now, Duration time) {
        Instant end = now.latest().plus(time);
        return Stream.iterate(at(now.latest()), window -> window.starts().isBefore(end), QuotaWindow::next)
                .limit(MOST_AHEAD)
                .map(this::holding);
    }

    /** Those that may still be used. */
    List<Holding> held() {
        return List.copyOf(holdings.values());
    }

    /** Windows that are over for everybody. */
    void forgetPast(Time now) {
        Instant past = now.earliest().minus(MOST_SKEW).minus(MOST_SKEW);
        holdings.values().removeIf(held -> held.window().ends().isBefore(past));
    }

    private QuotaWindow at(Instant instant) {
        return QuotaWindow.at(key, quota.window(), instant);
    }

    private Holding holding(QuotaWindow window) {
        return holdings.computeIfAbsent(window.starts(), any -> new Holding(window, quota.calls(), skew));
    }
}
