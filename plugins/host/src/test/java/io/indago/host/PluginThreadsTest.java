package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PluginThreadsTest {
    private static final HostLimits LIMITS =
            new HostLimits(2, 100, Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(9));

    /** Once in some ten thousand submissions, all tasks ended between two looks at them. */
    @Test
    void neverCallsAPluginStuckThatIsMerelyBusy() throws InterruptedException {
        Queue<String> refusals = new ConcurrentLinkedQueue<>();
        ExecutorService submitters = Executors.newFixedThreadPool(4);
        try (PluginThreads threads =
                new PluginThreads("busy", LIMITS, getClass().getClassLoader())) {
            for (int i = 0; i < 4; i++) {
                submitters.execute(() -> submit(threads, refusals));
            }
            submitters.shutdown();
            assertThat(submitters.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(refusals).noneMatch(reason -> reason.contains("stuck"));
    }

    private static void submit(PluginThreads threads, Queue<String> refusals) {
        long far = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        for (int i = 0; i < 100_000; i++) {
            threads.submit(new PluginTask(threads, () -> far, () -> {}, refusals::add));
        }
    }
}
