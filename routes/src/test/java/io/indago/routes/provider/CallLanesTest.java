package io.indago.routes.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threads here are what has been handed to the executor and not been run yet. */
class CallLanesTest {
    private static final long LONG = 60_000;

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final List<String> made = new ArrayList<>();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void takesOneThreadForEachLaneAndNoneForWhoWaits() {
        CallLanes lanes = new CallLanes(2, threads::add, timer);
        for (String name : List.of("a", "b", "c", "d")) {
            run(lanes, name);
        }

        assertThat(threads).hasSize(2);
    }

    @Test
    void goesOnWithThoseWhoWaitInTheirOrder() {
        CallLanes lanes = new CallLanes(1, threads::add, timer);
        for (String name : List.of("a", "b", "c")) {
            run(lanes, name);
        }
        threads.remove().run();

        assertThat(made).containsExactly("a", "b", "c");
        assertThat(threads).isEmpty();
    }

    @Test
    void aLaneIsFreeAgainWhenNobodyWaits() {
        CallLanes lanes = new CallLanes(1, threads::add, timer);
        run(lanes, "a");
        threads.remove().run();
        run(lanes, "b");
        threads.remove().run();

        assertThat(made).containsExactly("a", "b");
    }

    @Test
    void whoseTurnDoesNotComeIsToldAndNotCalled() throws InterruptedException {
        CallLanes lanes = new CallLanes(1, threads::add, timer);
        CountDownLatch late = new CountDownLatch(1);
        run(lanes, "a");
        long end = System.nanoTime() + 1_000_000;
        lanes.run(() -> made.add("b"), late::countDown, () -> 1 + Math.floorDiv(end - System.nanoTime(), 1_000_000));

        assertThat(late.await(5, TimeUnit.SECONDS)).isTrue();
        threads.remove().run();
        assertThat(made).containsExactly("a");
    }

    @Test
    void aThreadThatIsRefusedTakesNoLane() {
        Executor full = new Executor() {
            private boolean refused;

            @Override
            public void execute(Runnable work) {
                if (!refused) {
                    refused = true;
                    throw new RejectedExecutionException("full");
                }
                threads.add(work);
            }
        };
        CallLanes lanes = new CallLanes(1, full, timer);

        assertThatThrownBy(() -> run(lanes, "a")).isInstanceOf(RejectedExecutionException.class);
        run(lanes, "b");
        threads.remove().run();
        assertThat(made).containsExactly("b");
    }

    private void run(CallLanes lanes, String name) {
        lanes.run(() -> made.add(name), () -> made.add(name + " late"), () -> LONG);
    }
}
