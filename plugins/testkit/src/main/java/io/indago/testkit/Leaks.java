package io.indago.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** What a closed plugin may leave behind: nothing. */
final class Leaks {
    private final String loader;
    private final Duration patience;

    /**
     * Looks for leaks.
     *
     * @param loader the name of the plugin's class loader
     * @param patience how long what goes may take
     */
    Leaks(String loader, Duration patience) {
        this.loader = loader;
        this.patience = patience;
    }

    /** The loader of a plugin that has worked and is not closed: its threads have it. */
    WeakReference<ClassLoader> loader() {
        return new WeakReference<>(threads().findFirst().orElseThrow().getContextClassLoader());
    }

    void assertNoThread() throws InterruptedException {
        await(() -> threads().findAny().isEmpty());
        List<String> left = threads().map(Thread::getName).toList();
        assertThat(left)
                .as("threads of the plugin: start none, use PluginContext.executor()")
                .isEmpty();
    }

    void assertGone(WeakReference<ClassLoader> gone) throws InterruptedException {
        await(() -> {
            System.gc();
            return gone.refersTo(null);
        });
        assertThat(gone.refersTo(null))
                .as("the plugin's classes can be collected: it left something in a static of the JDK's, a thread-local"
                        + " or a shutdown hook")
                .isTrue();
    }

    private void await(BooleanSupplier gone) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!gone.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(10);
        }
    }

    private Stream<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getContextClassLoader() != null
                        && loader.equals(thread.getContextClassLoader().getName()));
    }
}
