package io.indago.host;

import io.indago.spi.ProviderSpec;
import io.indago.spi.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Runs one provider's steps, and holds what its runs share. */
final class StepRunner implements AutoCloseable {
    final ProviderSpec spec;
    final PluginThreads plugin;
    final HostThreads host;
    final HttpPort http;
    final Egress egress;
    final StatusPolicy statuses;
    final Failures failures;
    final Clock clock;
    private final Set<StepRun<?>> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    StepRunner(
            ProviderSpec spec,
            PluginThreads plugin,
            HostThreads host,
            HttpPort http,
            Egress egress,
            Redactor redactor,
            Clock clock) {
        this.spec = spec;
        this.plugin = plugin;
        this.host = host;
        this.http = http;
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

    /** Runs steps until one is done, one fails, or the deadline comes. The stage never fails. */
    <T> CompletionStage<Ending<T>> run(Class<T> type, Instant deadline, String traceId, Start<T> start) {
        StepRun<T> run = new StepRun<>(this, type, StepContext.until(deadline, traceId, clock));
        running.add(run);
        if (closed) {
            run.kill();
        }
        return run.begin(start);
    }

    void over(StepRun<?> run) {
        running.remove(run);
    }

    /** Ends all runs at once. */
    @Override
    public void close() {
        closed = true;
        running.forEach(StepRun::kill);
    }
}
