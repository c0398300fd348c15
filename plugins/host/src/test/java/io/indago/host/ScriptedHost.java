package io.indago.host;

import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.LookupContext;
import io.indago.spi.Plugin;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderFactory;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Report;
import io.indago.spi.Setting;
import io.indago.spi.Step;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A host of one provider made of a lambda, over a port made of another; configured step by step. */
final class ScriptedHost implements AutoCloseable {
    static final HttpCall CALL = HttpCall.get("https://api.example.com/v1", "x");
    static final Indicator ADDRESS = Indicator.of(IndicatorType.IPV4, "203.0.113.9");

    private final Map<String, String> settings = new HashMap<>();
    private final List<HttpCall> calls = Collections.synchronizedList(new ArrayList<>());
    private final List<CallLimits> limits = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    private UnaryOperator<ProviderSpec.Builder> spec = builder -> builder;
    private Function<HttpCall, CompletionStage<HttpReply>> port =
            call -> CompletableFuture.completedStage(FakeReply.of(200, "hello"));
    private Lookup lookup = (config, context, it) -> Step.call(CALL, reply -> Step.done(hit(reply.text())));
    private Optional<URI> sandbox = Optional.empty();
    private Optional<Recordings> recordings = Optional.empty();
    private Duration time = Duration.ofSeconds(2);
    private Optional<PluginHost> host = Optional.empty();

    @FunctionalInterface
    interface Lookup {
        Step<Report> first(PluginConfig config, PluginContext context, LookupContext lookup) throws Exception;
    }

    static Report hit(String summary) {
        return Report.hit(summary).build();
    }

    ScriptedHost looking(Lookup first) {
        lookup = first;
        return this;
    }

    ScriptedHost declaring(UnaryOperator<ProviderSpec.Builder> more) {
        spec = more;
        return this;
    }

    ScriptedHost answering(HttpReply reply) {
        return answering(call -> CompletableFuture.completedStage(reply));
    }

    ScriptedHost answering(Function<HttpCall, CompletionStage<HttpReply>> replies) {
        port = replies;
        return this;
    }

    ScriptedHost with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    ScriptedHost sandboxed(String uri) {
        sandbox = Optional.of(URI.create(uri));
        return this;
    }

    ScriptedHost recordedIn(Recordings folder) {
        recordings = Optional.of(folder);
        return this;
    }

    ScriptedHost within(Duration limit) {
        time = limit;
        return this;
    }

    HostedProvider provider() {
        return open().providers().get(0);
    }

    PluginHost open() {
        if (host.isEmpty()) {
            HttpPort recording = (provider, call, limits) -> {
                calls.add(call);
                threads.add(Thread.currentThread());
                this.limits.add(limits);
                limits.attempt();
                return port.apply(call);
            };
            HostConfig config = new HostConfig(
                    Path.of("none"),
                    List.of(),
                    Map.of("example", settings),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    sandbox,
                    DescriptorFormat.NONE,
                    recordings,
                    Path.of("target/data"),
                    Clock.systemUTC());
            host = Optional.of(PluginHost.of(new ScriptedPlugin(), config, recording));
        }
        return host.get();
    }

    LookupResult result() {
        return provider()
                .lookup(ADDRESS, Instant.now().plus(time), "trace")
                .result()
                .toCompletableFuture()
                .join();
    }

    Outcome outcome() {
        return result().outcome();
    }

    List<HttpCall> calls() {
        return calls;
    }

    /** The limits of each call. */
    List<CallLimits> limits() {
        return limits;
    }

    /** The threads the port was called on. */
    List<Thread> threads() {
        return threads;
    }

    @Override
    public void close() {
        host.ifPresent(PluginHost::close);
    }

    private final class ScriptedPlugin implements Plugin, ProviderFactory {
        @Override
        public List<ProviderFactory> providers() {
            return List.of(this);
        }

        @Override
        public ProviderSpec spec() {
            return spec.apply(ProviderSpec.builder("example", "Example")
                            .types(IndicatorType.IPV4)
                            .hosts("api.example.com")
                            .config(Setting.secret("api-key", "From the account page")))
                    .build();
        }

        @Override
        public Provider create(PluginConfig config, PluginContext context) {
            return (indicator, it) -> lookup.first(config, context, it);
        }
    }
}
