package io.indago.host;

import io.indago.spi.ExtensionSpec;
import io.indago.spi.HttpCall;
import io.indago.spi.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private volatile boolean retired;
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

    /** Runs steps until one is done, one fails, or the deadline comes; empty when another has taken its place. */
    <T> Optional<StepRun<T>> run(Class<T> type, Instant deadline, String traceId, Start<T> start) {
        return run(type, new StepContext(deadline, traceId, "", clock), start);
    }

    /** Runs steps for a caller, in whose name calls wait for their turn. */
    <T> Optional<StepRun<T>> run(Class<T> type, Instant deadline, String traceId, String caller, Start<T> start) {
        return run(type, new StepContext(deadline, traceId, caller, clock), start);
    }

    private <T> Optional<StepRun<T>> run(Class<T> type, StepContext context, Start<T> start) {
        StepRun<T> run = new StepRun<>(this, type, context);
        running.add(run);
        if (retired) {
            over(run);
            return Optional.empty();
        }
        if (closed) {
            run.kill(CLOSED);
        }
        run.begin(start);
        return Optional.of(run);
    }

    /** Why these calls may not be made; empty when they may. */
    Optional<Outcome> objection(List<HttpCall> calls) {
        return calls.stream()
                .flatMap(call -> egress.objection(call).stream())
                .findFirst()
                .map(objection -> failures.internal("the plugin failed: " + objection));
    }

    Outcome tooManySteps() {
        return failures.internal("the plugin takes more than " + Tally.MAX_STEPS
                + " steps: end with Step.done(…) and what is known by then");
    }

    Outcome tooLongAWait(Duration time) {
        return Outcome.without(
                Status.TIMEOUT,
                spec.title() + " needs longer than the deadline allows: it was to be asked again in " + time.toMillis()
                        + " ms");
    }

    void over(StepRun<?> run) {
        running.remove(run);
        drain();
    }

    /** Takes no more runs; completes when those under way are over, on the thread of the last. */
    CompletionStage<Void> retire() {
        retired = true;
        drain();
        return drained;
    }

    /** Ends all runs under way at once. */
    void kill(String reason) {
        running.forEach(run -> run.kill(reason));
    }

    private void drain() {
        if (retired && running.isEmpty()) {
            drained.complete(null);
        }
    }

    /** Ends all runs at once. */
    @Override
    public void close() {
        closed = true;
        kill(CLOSED);
    }
}
