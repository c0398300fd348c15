package io.indago.host;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Health;
import io.indago.spi.Indicator;
import io.indago.spi.Provider;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A provider as the hub may use it. The only way to a plugin's code. */
public final class HostedProvider {
    private final ProviderSpec spec;
    private final String plugin;
    private final boolean sandbox;
    private final Optional<String> unavailable;
    private final Optional<Running> running;

    private HostedProvider(
            ProviderSpec spec,
            String plugin,
            boolean sandbox,
            Optional<String> unavailable,
            Optional<Running> running) {
        this.spec = spec;
        this.plugin = plugin;
        this.sandbox = sandbox;
        this.unavailable = unavailable;
        this.running = running;
    }

    /** A provider that was created, and what runs its steps. */
    record Running(Provider provider, StepRunner runner, Redactor redactor) {}

    static HostedProvider available(ProviderSpec spec, String plugin, boolean sandbox, Running running) {
        return new HostedProvider(spec, plugin, sandbox, Optional.empty(), Optional.of(running));
    }

    static HostedProvider unavailable(ProviderSpec spec, String plugin, boolean sandbox, String reason) {
        return new HostedProvider(spec, plugin, sandbox, Optional.of(reason), Optional.empty());
    }

    public ProviderSpec spec() {
        return spec;
    }

    /** The name of the plugin it comes from. */
    public String plugin() {
        return plugin;
    }

    /** Why it can't be asked, and what to do about it; empty when it can. */
    public Optional<String> unavailable() {
        return unavailable;
    }

    /** Whether its calls go to the sandbox. */
    public boolean sandbox() {
        return sandbox;
    }

    /**
     * Asks about an indicator. Returns at once.
     *
     * @return completes by the deadline and never fails, on a thread of the host: what continues it should be short, or
     *     go to a thread of its own
     */
    public CompletionStage<LookupResult> lookup(Indicator indicator, Instant deadline, String traceId) {
        requireNonNull(indicator, "indicator");
        if (running.isEmpty()) {
            return unasked(Outcome.without(Status.SKIPPED, unavailable.orElse("not running")));
        }
        if (!spec.types().contains(indicator.type())) {
            return unasked(Outcome.without(
                    Status.UNSUPPORTED,
                    spec.title() + " is not asked about " + indicator.type().id()));
        }
        Running it = running.get();
        ReportRedactor redactor = new ReportRedactor(it.redactor());
        return it.runner()
                .run(Report.class, deadline, traceId, context -> it.provider().lookup(indicator, context))
                .thenApply(ending -> new LookupResult(
                        ending.failure()
                                .orElseGet(() -> Outcome.of(
                                        redactor.redact(ending.result().orElseThrow()))),
                        ending.calls(),
                        ending.bytes(),
                        ending.took()));
    }

    /** Asks how the provider is. As {@link #lookup}. What it answers without data is fine: it answers. */
    public CompletionStage<Health> health(Instant deadline, String traceId) {
        if (running.isEmpty()) {
            return CompletableFuture.completedStage(Health.down(unavailable.orElse("not running")));
        }
        Running it = running.get();
        return it.runner()
                .run(Health.class, deadline, traceId, context -> it.provider().health(context))
                .thenApply(ending -> ending.result()
                        .map(health -> health.state() == Health.State.DOWN
                                ? Health.down(it.redactor().sentence(health.reason()))
                                : health)
                        .orElseGet(() -> ending.failure()
                                .filter(outcome -> outcome.status() != Status.NO_DATA)
                                .map(outcome -> Health.down(outcome.reason()))
                                .orElseGet(Health::up)));
    }

    Optional<Running> running() {
        return running;
    }

    private static CompletionStage<LookupResult> unasked(Outcome outcome) {
        return CompletableFuture.completedStage(new LookupResult(outcome, 0, 0, Duration.ZERO));
    }
}
