package io.indago.hub.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InFlightTest {

    @Test
    void leavesRoomToOthersAndForgetsWhoIsDone() {
        InFlight inFlight = new InFlight(2);

        assertThat(inFlight.enter("greedy")).isTrue();
        assertThat(inFlight.enter("greedy")).isTrue();
        assertThat(inFlight.enter("greedy")).isFalse();
        assertThat(inFlight.enter("other")).isTrue();

        inFlight.leave("greedy");
        assertThat(inFlight.enter("greedy")).isTrue();
        assertThat(inFlight.enter("greedy")).isFalse();

        inFlight.leave("greedy");
        inFlight.leave("greedy");
        inFlight.leave("other");
        assertThat(inFlight.callers()).isZero();
    }

    @Test
    void neverLetsOneTooManyInHoweverManyTryAtOnce() throws Exception {
        InFlight inFlight = new InFlight(3);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 20_000; i++) {
            threads.execute(() -> {
                if (inFlight.enter("greedy")) {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    now.decrementAndGet();
                    inFlight.leave("greedy");
                }
            });
        }
        threads.shutdown();

        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(most).hasValueBetween(1, 3);
        assertThat(inFlight.callers()).isZero();
    }
}
