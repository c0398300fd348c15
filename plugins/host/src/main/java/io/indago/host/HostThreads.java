package io.indago.host;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The host's own threads: here steps are performed, results complete and deadlines are watched. No code of a plugin
 * runs here, so nothing but the hub's own continuations can hold one. They are virtual where Java has such: the work is
 * short and never waits, and a virtual thread begins it without the operating system waking another one up.
 */
final class HostThreads implements Executor, AutoCloseable {
    /** Few, for nothing here waits: each more is one more to wake. */
    private static final int SIZE = Math.max(2, 2 * Runtime.getRuntime().availableProcessors());

    private static final Optional<ThreadFactory> VIRTUAL = VirtualThreads.named("indago-host-virtual");
    private static final ThreadLocal<HostThreads> OWNER = new ThreadLocal<>();

    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            SIZE,
            SIZE,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            named("indago-host-"),
            (late, closed) -> late.run());
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named("indago-deadline-"));

    /** Once closed, work runs where it comes from, so that nobody waits for an end that no longer comes. */
    HostThreads() {
        if (VIRTUAL.isPresent()) {
            workers.allowCoreThreadTimeOut(true);
        } else {
            // Now, for a platform thread keeps the classes of the code that starts it, and later that may be a plugin's
            workers.prestartAllCoreThreads();
        }
        timer.prestartAllCoreThreads();
        timer.setRemoveOnCancelPolicy(true);
        timer.setRejectedExecutionHandler((late, closed) -> {});
    }

    @Override
    public void execute(Runnable work) {
        Runnable owned = () -> {
            OWNER.set(this);
            try {
                work.run();
            } finally {
                OWNER.remove();
            }
        };
        VIRTUAL.ifPresentOrElse(threads -> threads.newThread(owned).start(), () -> workers.execute(owned));
    }

    /** Runs work here: at once when this already is a host thread, which saves a hop. */
    void run(Runnable work) {
        if (OWNER.get() == this) {
            work.run();
        } else {
            execute(work);
        }
    }

    Future<?> after(Duration time, Runnable work) {
        return timer.schedule(() -> execute(work), time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Does the same for all, side by side, and returns when it is done for each. */
    <T> void forEach(Collection<T> all, Consumer<T> work) {
        CompletableFuture.allOf(all.stream()
                        .map(each -> CompletableFuture.runAsync(() -> work.accept(each), workers))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdown();
    }

    private ThreadFactory named(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(null, work, prefix + count.incrementAndGet(), 0, false);
            thread.setDaemon(true);
            // a thread takes its creator's loader, and a plugin's thread may well be the one to ask for another
            thread.setContextClassLoader(HostThreads.class.getClassLoader());
            return thread;
        };
    }
}
