package io.indago.routes.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.routes.ManualTime;
import io.indago.spi.Quota;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QuotaQueueTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofMinutes(55);

    private final ManualTime time = new ManualTime();
    private final ScheduledThreadPoolExecutor noTimer =
            new ScheduledThreadPoolExecutor(1, new ThreadPoolExecutor.DiscardPolicy());
    private final List<String> served = new ArrayList<>();

    QuotaQueueTest() {
        noTimer.shutdownNow();
        time.pass(Duration.ofSeconds(2));
    }

    @Test
    void callersTakeTurnsAndTheirOwnCallsGoInTheOrderOfComing() {
        QuotaQueue queue = spent(2);
        for (String call : List.of("a1", "a2", "a3", "a4", "b1", "c1", "b2")) {
            ask(queue, call.substring(0, 1), call);
        }
        for (int window = 0; window < 4; window++) {
            serveNextWindow(queue);
        }

        assertThat(served).containsExactly("a1", "b1", "c1", "a2", "b2", "a3", "a4");
    }

    @Test
    void whoCannotHaveOneInTimeDoesNotHoldUpTheOthers() {
        QuotaQueue queue = spent(1);
        assertThat(queue.take("hasty", Duration.ofSeconds(20), noTimer).join()).isEmpty();
        ask(queue, "a", "a1");
        serveNextWindow(queue);

        assertThat(served).containsExactly("a1");
    }

    /** Whatever they want, of those who wait no one has more than another, and no one more than they, but for a call. */
    @Property(tries = 200)
    void nobodyStarves(
            @ForAll @Size(min = 2, max = 8) List<@IntRange(min = 1, max = 60) Integer> wanted,
            @ForAll @IntRange(min = 1, max = 20) int limit) {
        served.clear(); // all tries share this instance
        QuotaQueue queue = spent(limit);
        for (int caller = 0; caller < wanted.size(); caller++) {
            for (int call = 0; call < wanted.get(caller); call++) {
                ask(queue, "caller " + caller, String.valueOf(caller));
            }
        }
        int windows = 0;
        while (served.size() < wanted.stream().mapToInt(Integer::intValue).sum() && windows++ < 50) {
            serveNextWindow(queue);
            List<Integer> had = had(wanted.size());
            List<Integer> ofThoseWhoWait = new ArrayList<>();
            for (int caller = 0; caller < wanted.size(); caller++) {
                if (had.get(caller) < wanted.get(caller)) {
                    ofThoseWhoWait.add(had.get(caller));
                }
            }
            if (!ofThoseWhoWait.isEmpty()) {
                assertThat(Collections.max(had) - Collections.min(ofThoseWhoWait))
                        .as("calls had, %s of %s", had, wanted)
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    private List<Integer> had(int callers) {
        List<Integer> had = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            had.add(Collections.frequency(served, String.valueOf(caller)));
        }
        return had;
    }

    /** Of a window of which nothing is left. */
    private QuotaQueue spent(int limit) {
        QuotaHoldings holdings = new QuotaHoldings(
                List.of(Quota.of(limit, MINUTE)), "owner", new FakeLedger(time), time::nanos, () -> {});
        QuotaQueue queue = new QuotaQueue(holdings, time::nanos);
        for (int i = 0; i < limit; i++) {
            queue.take("earlier", Duration.ZERO, noTimer).join().orElseThrow().over();
        }
        return queue;
    }

    private void ask(QuotaQueue queue, String caller, String name) {
        queue.take(caller, LONG, noTimer)
                .thenAccept(ticket -> ticket.ifPresent(granted -> {
                    served.add(name);
                    granted.over();
                }));
    }

    private void serveNextWindow(QuotaQueue queue) {
        time.pass(MINUTE);
        queue.serve();
    }
}
