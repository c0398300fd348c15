package io.indago.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What a closed plugin may leave behind: nothing. */
final class Leaks {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Leaks() {}

    static void assertNoThread() throws InterruptedException {
        await(() -> threadsOfThePlugin().isEmpty());
        assertThat(threadsOfThePlugin())
                .as("threads of the plugin: start none, use PluginContext.executor()")
                .isEmpty();
    }

    static void assertGone(WeakReference<ClassLoader> loader) throws InterruptedException {
        await(() -> {
            System.gc();
            return loader.refersTo(null);
        });
        assertThat(loader.refersTo(null))
                .as(
                        "the plugin's classes can be collected: it left something in a static of the JDK's, a thread-local or a"
                                + " shutdown hook")
                .isTrue();
    }

    private static void await(BooleanSupplier gone) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!gone.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(10);
        }
    }

    private static List<String> threadsOfThePlugin() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getContextClassLoader() != null
                        && PluginJar.LOADER.equals(
                                thread.getContextClassLoader().getName()))
                .map(Thread::getName)
                .toList();
    }
}
