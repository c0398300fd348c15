package io.indago.host;

import io.indago.spi.Step;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;

/**
 * Measures what it costs to run a plugin's code on threads of its own: from the caller to the plugin to a host thread.
 * Run it by hand: {@code java -cp … io.indago.host.HandOff}.
 */
final class HandOff {
    private static final int LOOKUPS = 100_000;

    private HandOff() {}

    public static void main(String... args) throws InterruptedException {
        try (ScriptedHost done =
                        new ScriptedHost().looking((config, context, it) -> Step.done(ScriptedHost.hit("done")));
                ScriptedHost call = new ScriptedHost()) {
            for (int round = 0; round < 3; round++) {
                measure("no call, one at a time", done.provider(), 1);
                measure("one call, one at a time", call.provider(), 1);
                measure("no call, 64 at a time", done.provider(), 64);
                measure("one call, 64 at a time", call.provider(), 64);
            }
        }
    }

    private static void measure(String what, HostedProvider provider, int atATime) throws InterruptedException {
        long[] nanos = new long[LOOKUPS];
        Semaphore places = new Semaphore(atATime);
        long cpu = cpu();
        long begun = System.nanoTime();
        for (int i = 0; i < LOOKUPS; i++) {
            int index = i;
            places.acquire();
            long start = System.nanoTime();
            CompletionStage<LookupResult> result = provider.lookup(
                            ScriptedHost.ADDRESS, Instant.now().plus(Duration.ofSeconds(10)), "trace")
                    .result();
            result.thenAccept(it -> {
                nanos[index] = System.nanoTime() - start;
                places.release();
            });
        }
        places.acquire(atATime);
        double wall = (System.nanoTime() - begun) / 1e3 / LOOKUPS;
        double used = (cpu() - cpu) / 1e3 / LOOKUPS;
        Arrays.sort(nanos);
        System.out.printf(
                "%-24s p50 %6.1f us, p99 %7.1f us, CPU %5.1f us, %8.0f lookups/s%n",
                what, nanos[LOOKUPS / 2] / 1e3, nanos[LOOKUPS * 99 / 100] / 1e3, used, 1e6 / wall);
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
