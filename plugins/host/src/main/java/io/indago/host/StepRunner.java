package io.indago.host;

import io.indago.spi.ExtensionSpec;
import io.indago.spi.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Runs the steps of one provider or connector, and holds what its runs share. */
final class StepRunner implements AutoCloseable {
    private static final String CLOSED = "the plugin was closed";

    final ExtensionSpec spec;
    final PluginThreads plugin;
    final HostThreads host;
    final Supplier<HttpPort> ports;
    final Egress egress;
    final StatusPolicy statuses;
    final Failures failures;
    final Clock clock;
    private final Set<StepRun<?>> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    StepRunner(
            ExtensionSpec spec,
            PluginThreads plugin,
            HostThreads host,
            Supplier<HttpPort> ports,
            Egress egress,
            Redactor redactor,
            Clock clock) {
        this.spec = spec;
        this.plugin = plugin;
        this.host = host;
        this.ports = ports;
        this.egress = egress;
        this.clock = clock;
        statuses = new StatusPolicy(spec, clock);
        failures = new Failures(redactor);
    }

    /** Where a run begins. */
    @FunctionalInterface
    interface Start<T> {
        Step<T> first(StepContext context) throws Exception;
    }

    /** Runs steps until one is done, one fails, or the deadline comes. */
    <T> StepRun<T> run(Class<T> type, Instant deadline, String traceId, Start<T> start) {
        StepRun<T> run = new StepRun<>(this, type, new StepContext(deadline, traceId, clock));
        running.add(run);
        if (closed) {
            run.kill(CLOSED);
        }
        run.begin(start);
        return run;
    }

    void over(StepRun<?> run) {
        running.remove(run);
    }

    /** Ends all runs at once. */
    @Override
    public void close() {
        closed = true;
        running.forEach(run -> run.kill(CLOSED));
    }
}
