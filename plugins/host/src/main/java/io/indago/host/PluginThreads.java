package io.indago.host;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The few platform threads of one plugin. All its code runs here and nowhere else: where the operating system preempts,
 * so that a spin or an endless block costs the plugin, and nobody else. There are never more.
 */
final class PluginThreads implements AutoCloseable {
    private static final Duration WITHOUT_LOOKUP = Duration.ofSeconds(30);
    private static final ThreadLocal<PluginTask> CURRENT = new ThreadLocal<>();

    private final String plugin;
    private final HostLimits limits;
    private final ClassLoader loader;
    private final ThreadPoolExecutor pool;
    private final Set<PluginTask> running = ConcurrentHashMap.newKeySet();
    private final LongAdder overruns = new LongAdder();
    private final Mistakes mistakes = new Mistakes();

    PluginThreads(String plugin, HostLimits limits, ClassLoader loader) {
        this.plugin = plugin;
        this.limits = limits;
        this.loader = loader;
        pool = new ThreadPoolExecutor(
                limits.threads(),
                limits.threads(),
                60,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(limits.queue()),
                named("plugin-" + plugin + "-"));
        pool.allowCoreThreadTimeOut(true);
    }

    /** Runs the task soon, or refuses it at once: when all threads are stuck, too much waits, or the plugin is closed. */
    void submit(PluginTask task) {
        if (isStuck()) {
            task.refuse(stuckReason());
            return;
        }
        try {
            pool.execute(task);
        } catch (RejectedExecutionException full) {
            task.refuse(
                    pool.isShutdown()
                            ? "the plugin is closed"
                            : "the plugin's " + limits.threads() + " threads are busy and " + limits.queue()
                                    + " pieces of its work wait already");
        }
    }

    /** Runs code and waits for it, within the limit; for starting and closing. */
    <V> V call(String what, Duration limit, Failures failures, Callable<V> code) throws PluginTrouble {
        CompletableFuture<V> result = new CompletableFuture<>();
        Runnable run = () -> {
            try {
                result.complete(code.call());
            } catch (Throwable t) {
                result.completeExceptionally(new PluginTrouble(what + " failed: " + failures.describe(t)));
            }
        };
        submit(new PluginTask(
                this,
                in(limit),
                run,
                reason -> result.completeExceptionally(new PluginTrouble(what + " was not called: " + reason))));
        try {
            return result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            sweep();
            throw new PluginTrouble(what + " did not return within " + limit.toMillis()
                    + " ms: it must return at once, and wait for no lock, network or other thread");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof PluginTrouble trouble ? trouble : new PluginTrouble(what + " failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginTrouble(what + " was interrupted with the host");
        }
    }

    /** The plugin's own work, within the lookup that asks for it. */
    void execute(Runnable work, Failures failures) {
        PluginTask asking = CURRENT.get();
        LongSupplier deadline = asking == null ? in(WITHOUT_LOOKUP) : asking.deadline();
        AtomicReference<@Nullable String> refusal = new AtomicReference<>();
        Runnable contained = () -> {
            try {
                work.run();
            } catch (Throwable t) {
                mistakes.add("work it gave to PluginContext.executor() failed: " + failures.describe(t));
            }
        };
        submit(new PluginTask(this, deadline, contained, refusal::set));
        if (refusal.get() != null) {
            throw new RejectedExecutionException(refusal.get());
        }
    }

    /** Counts and interrupts what runs past its deadline; when that is all there is, refuses what waits. */
    void sweep() {
        running.stream().filter(PluginTask::interruptIfOverdue).forEach(task -> overruns.increment());
        if (isStuck()) {
            List.copyOf(pool.getQueue()).forEach(waiting -> {
                pool.remove(waiting);
                ((PluginTask) waiting).refuse(stuckReason());
            });
        }
    }

    /** No longer wanted: its lookup is over. */
    void abandon(PluginTask task) {
        if (task.abandon()) {
            pool.remove(task);
        }
    }

    boolean isStuck() {
        return stuck() >= limits.threads();
    }

    long stuck() {
        return running.stream().filter(PluginTask::isOverdue).count();
    }

    /** How often code of the plugin ran past its deadline. */
    long overruns() {
        return overruns.sum();
    }

    Mistakes mistakes() {
        return mistakes;
    }

    void begun(PluginTask task) {
        running.add(task);
        CURRENT.set(task);
        Thread.currentThread().setContextClassLoader(loader);
    }

    void ended(PluginTask task) {
        running.remove(task);
        CURRENT.remove();
    }

    @Override
    public void close() {
        pool.shutdownNow().forEach(waiting -> ((PluginTask) waiting).refuse("the plugin is closed"));
    }

    private static LongSupplier in(Duration time) {
        long instant = System.nanoTime() + time.toNanos();
        return () -> instant;
    }

    private String stuckReason() {
        return "all " + limits.threads() + " threads of the plugin " + plugin
                + " are stuck in its own code: it blocks or spins, and answers" + " again when one returns";
    }

    private ThreadFactory named(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return work -> new PluginThread(work, prefix + count.incrementAndGet());
    }
}
