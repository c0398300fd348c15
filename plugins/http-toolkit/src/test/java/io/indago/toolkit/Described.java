package io.indago.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.json.BufferedReply;
import io.indago.spi.ErrorKind;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.LookupContext;
import io.indago.spi.Plugin;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderException;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Report;
import io.indago.spi.Secret;
import io.indago.spi.Setting;
import io.indago.spi.Step;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A descriptor and the provider that comes of it, whose steps a test performs. */
final class Described {
    static final Indicator ADDRESS = Indicator.of(IndicatorType.IPV4, "203.0.114.9");
    static final LookupContext CONTEXT = fake(LookupContext.class);
    private static final String MINIMAL = """
            indago: 1
            id: example
            title: Example
            types: [ipv4]
            request: {url: "https://api.example.com", path: "/ip/{value}"}
            """;

    private final List<HttpCall> calls = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final String yaml;
    private Map<String, String> settings = Map.of();

    private Described(String yaml) {
        this.yaml = yaml;
    }

    static Described whole(String yaml) {
        return new Described(yaml);
    }

    /** The fewest fields, and those. */
    static Described with(String more) {
        return new Described(MINIMAL + more);
    }

    /** A report whose field is that expression. */
    static Described reporting(String field, String jq) {
        return with("report:\n  summary: '\"seen\"'\n  " + field + ": " + quoted(jq) + "\n");
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    Described set(Map<String, String> given) {
        settings = given;
        return this;
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        read(problems);
        return problems;
    }

    ProviderSpec spec() {
        return plugin().providers().get(0).spec();
    }

    Provider provider() {
        return plugin().providers().get(0).create(config(spec()), fake(PluginContext.class));
    }

    private Plugin plugin() {
        List<String> problems = new ArrayList<>();
        Optional<Plugin> plugin = read(problems);
        assertThat(problems).isEmpty();
        return plugin.orElseThrow();
    }

    private Optional<Plugin> read(List<String> problems) {
        return DescriptorPlugin.read(
                "example.yaml", yaml.getBytes(StandardCharsets.UTF_8), Described.class.getClassLoader(), problems::add);
    }

    Report lookup(String body) {
        return lookup(ADDRESS, call -> reply(200, body));
    }

    /** What a lookup ends with when its calls are answered so. */
    Report lookup(Indicator indicator, Function<HttpCall, HttpReply> answers) {
        try {
            return run(provider().lookup(indicator, CONTEXT), answers);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    <T> T run(Step<T> first, Function<HttpCall, HttpReply> answers) throws Exception {
        Step<T> step = first;
        for (int count = 0; count < 20; count++) {
            if (step instanceof Step.Done<T> done) {
                return done.result();
            } else if (step instanceof Step.Call<T> call) {
                calls.add(call.call());
                step = call.next().apply(answers.apply(call.call()));
            } else if (step instanceof Step.Wait<T> wait) {
                pauses.add(wait.time());
                step = wait.next().call();
            } else {
                throw new AssertionError("no step of a descriptor: " + step);
            }
        }
        throw new AssertionError("more than 20 steps");
    }

    /** What the lookup fails with. */
    ProviderException failure(String body) {
        return failure(reply(200, body));
    }

    ProviderException failure(HttpReply reply) {
        try {
            Report report = lookup(ADDRESS, call -> reply);
            throw new AssertionError("it ended with " + report.summary());
        } catch (ProviderException expected) {
            return expected;
        }
    }

    void assertBadReply(String body, String sentence) {
        ProviderException failure = failure(body);
        assertThat(failure).hasMessageContaining(sentence);
        assertThat(failure.kind()).isEqualTo(ErrorKind.BAD_REPLY);
    }

    List<HttpCall> calls() {
        return calls;
    }

    List<Duration> pauses() {
        return pauses;
    }

    HttpCall firstCall() {
        lookup(ADDRESS, call -> reply(200, "{}"));
        return calls.get(0);
    }

    static HttpReply reply(int status, String body) {
        return reply(status, Map.of(), body);
    }

    static HttpReply reply(int status, Map<String, List<String>> headers, String body) {
        return BufferedReply.of(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private PluginConfig config(ProviderSpec spec) {
        Function<String, Optional<String>> value = name -> Optional.ofNullable(settings.get(name))
                .or(() -> spec.config().find(name).flatMap(Setting::defaultValue));
        return new PluginConfig() {
            @Override
            public String text(String name) {
                return value.apply(name).orElseThrow();
            }

            @Override
            public Optional<String> optionalText(String name) {
                return value.apply(name);
            }

            @Override
            public Secret secret(String name) {
                return Secret.of(name, text(name));
            }

            @Override
            public Optional<Secret> optionalSecret(String name) {
                return value.apply(name).map(secret -> Secret.of(name, secret));
            }

            @Override
            public long integer(String name) {
                return Long.parseLong(text(name));
            }

            @Override
            public boolean flag(String name) {
                return value.apply(name).map(Boolean::valueOf).orElse(false);
            }

            @Override
            public Duration duration(String name) {
                return Duration.parse("PT" + text(name));
            }
        };
    }

    /** Nothing of it is asked for, but where its methods give instants. */
    private static <T> T fake(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> Instant.EPOCH));
    }
}
