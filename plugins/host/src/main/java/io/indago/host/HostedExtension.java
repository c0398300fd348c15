package io.indago.host;

import io.indago.spi.ExtensionSpec;
import io.indago.spi.Health;
import io.indago.spi.IndicatorType;
import io.indago.spi.LookupContext;
import io.indago.spi.Quota;
import io.indago.spi.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A provider or connector as the hub may use it. The only way to a plugin's code. */
public abstract sealed class HostedExtension permits HostedProvider, HostedConnector {
    static final String REMOVED = "the plugin was removed";

    private final Frame frame;
    private final Set<IndicatorType> types;

    HostedExtension(Frame frame) {
        this.frame = frame;
        types = frame.spec().types().stream()
                .filter(type -> frame.api().knows(type))
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(() -> EnumSet.noneOf(IndicatorType.class)),
                        Collections::unmodifiableSet));
    }

    /**
     * What is the same for all.
     *
     * @param plugin tells how its plugin is
     * @param build the same for the same files
     * @param api the plugin API it was built against
     * @param unavailable why it does not run; present exactly when {@code running} is not
     * @param current what has an id now
     */
    record Frame(
            ExtensionSpec spec,
            Supplier<PluginStatus> plugin,
            String build,
            ApiVersion api,
            ExtensionSetup setup,
            Optional<String> unavailable,
            Optional<Running> running,
            Function<String, Optional<HostedExtension>> current) {}

    /** What was created, and what runs its steps. */
    record Running(AutoCloseable instance, StepRunner runner) {}

    /** What it declares. */
    public abstract ExtensionSpec spec();

    /** The types it takes, without those newer than the plugin API it was built against: it can't know them. */
    public Set<IndicatorType> types() {
        return types;
    }

    /** The only hosts its calls may go to, in lower case: those it declares, and the operator's own servers. */
    public Set<String> hosts() {
        return frame.setup().hosts(frame.spec());
    }

    /** The plugin it comes from, as of now. */
    public PluginStatus plugin() {
        return frame.plugin().get();
    }

    /** Tells builds of its plugin apart, also those of one version. */
    public String build() {
        return frame.build();
    }

    /** Why it can't be used, and what to do about it; empty when it can. */
    public Optional<String> unavailable() {
        return frame.unavailable();
    }

    /** How far it has come. */
    public State state() {
        if (frame.running().isPresent()) {
            return State.READY;
        }
        if (frame.setup().unavailable().isEmpty()) {
            return State.FAILED;
        }
        return frame.setup().off() ? State.DISABLED : State.UNCONFIGURED;
    }

    /** How far one has come. */
    public enum State {
        /** It can be used. */
        READY,
        /** The operator's settings say that it is not to run. */
        DISABLED,
        /** A setting is missing or wrong. */
        UNCONFIGURED,
        /** It could not be created. */
        FAILED
    }

    /** Where its calls go. */
    public Traffic traffic() {
        return frame.setup().traffic();
    }

    /** Whether the sandbox, or a recording, answers in its place. */
    public boolean sandbox() {
        return traffic().isStandIn();
    }

    /** What it can be given, and what it was. */
    public List<SettingStatus> settings() {
        return frame.setup().settings();
    }

    /** How many calls the operator's plan allows; empty without a limit, as when nothing is sent to it. */
    public List<Quota> quotas() {
        return sandbox() ? List.of() : frame.setup().quotas();
    }

    /** The same for whatever uses the same credentials, and tells nothing about them; blank without any. */
    public String credential() {
        return frame.setup().credential();
    }

    /**
     * Asks how it is. Returns at once. What it answers without data is fine: it answers.
     *
     * @return completes by the deadline and never fails, on a thread of the host
     */
    public CompletionStage<HealthResult> health(Instant deadline, String traceId) {
        if (frame.running().isEmpty()) {
            Health down = Health.down(unavailable().orElse("not running"));
            return CompletableFuture.completedStage(new HealthResult(down, Optional.empty(), 0, Duration.ZERO));
        }
        Running it = frame.running().get();
        return it.runner()
                .run(Health.class, deadline, traceId, context -> probe(it.instance(), context))
                .map(run -> run.result()
                        .thenApply(ending -> new HealthResult(
                                health(ending),
                                ending.failure().filter(outcome -> outcome.status() != Status.NO_DATA),
                                ending.calls(),
                                ending.took())))
                .orElseGet(() -> successor()
                        .map(next -> next.health(deadline, traceId))
                        .orElseGet(() -> CompletableFuture.completedStage(
                                new HealthResult(Health.down(REMOVED), Optional.empty(), 0, Duration.ZERO))));
    }

    /**
     * Ends at once what it does now, as {@code killed}; what comes after that is not affected.
     *
     * @param reason why, and by whom, in a sentence
     */
    public void kill(String reason) {
        frame.running().ifPresent(it -> it.runner().kill(reason));
    }

    /** What has taken its place; empty when nothing has. */
    final Optional<HostedExtension> successor() {
        return frame.current().apply(spec().id()).filter(next -> next != this);
    }

    abstract Step<Health> probe(AutoCloseable instance, LookupContext context) throws Exception;

    private Health health(Ending<Health> ending) {
        return ending.result()
                .map(health -> health.state() == Health.State.DOWN
                        ? Health.down(frame.setup().redactor().sentence(health.reason()))
                        : health)
                .orElseGet(() -> ending.failure()
                        .filter(outcome -> outcome.status() != Status.NO_DATA)
                        .map(outcome -> Health.down(outcome.reason()))
                        .orElseGet(Health::up));
    }

    final Optional<Running> running() {
        return frame.running();
    }

    final ExtensionSetup setup() {
        return frame.setup();
    }

    final Redactor redactor() {
        return frame.setup().redactor();
    }
}
