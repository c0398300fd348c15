package io.indago.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.indago.host.ErrorCause;
import io.indago.host.Status;
import io.indago.spi.ExtensionSpec;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Plugin;
import io.indago.spi.Setting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/**
 * What a test of a plugin supplies, and what the clauses it inherits work with: the plugin is packed into a jar, and each
 * clause loads it from there, in a class loader of its own, on the real host, over replies of the clause's. Authors
 * extend {@link ProviderContractTest} or {@link ConnectorContractTest}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract sealed class PluginContractTest permits StartClauses {
    private static final Duration LONG = Duration.ofSeconds(10);

    private PluginJar jar = new PluginJar(Path.of(""), "");
    private Optional<String> unavailable = Optional.empty();

    /** The plugin under test, as its services file names it. */
    protected abstract Plugin plugin();

    /** What it can do; everything unless said. */
    protected Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    /** A class of each library the plugin brings along; none unless said. */
    protected Collection<Class<?>> libraries() {
        return List.of();
    }

    /** Settings that make it usable: unless said, a made-up value for each that is required and secret. */
    protected Map<String, String> settings() {
        return spec().config().settings().stream()
                .filter(setting -> setting.isRequired() && setting.isSecret())
                .collect(Collectors.toMap(Setting::name, setting -> "made-up-" + setting.name() + "-of-a-test"));
    }

    /** What the other side replies to a health check when all is well; the JSON <code>{}</code> unless said. */
    protected HttpReply healthy() {
        return Reply.json("{}");
    }

    /** The directories that make its jar, or the jar. */
    Set<Path> origins() throws IOException {
        return PluginJar.origins(plugin().getClass());
    }

    /** What the provider or connector under test declares. */
    abstract ExtensionSpec spec();

    /** Has it do its work, a lookup or a push that goes well where its calls are answered well. */
    abstract Work begin(Trial trial, Duration time);

    /** The replies with which it goes well. */
    abstract Map<String, List<HttpReply>> goodReplies();

    /** How long a clause waits for what is to come soon. */
    Duration patience() {
        return Duration.ofSeconds(5);
    }

    @BeforeAll
    void packPlugin(@TempDir Path plugins) throws IOException {
        jar = PluginJar.pack(origins(), libraries(), plugins);
        try (Trial first = trial(settings())) {
            unavailable = first.unavailable();
        }
    }

    /** With its settings. Where it never starts, one clause says so and the others have nothing to say. */
    final Trial trial() {
        assumeStarts();
        Trial trial = trial(settings());
        Optional<String> reason = trial.unavailable();
        if (reason.isPresent()) {
            trial.close();
            throw new AssertionFailedError("it does not start each time: " + reason.get());
        }
        return trial;
    }

    final void assumeStarts() {
        assumeTrue(unavailable.isEmpty(), () -> "it does not start: " + unavailable.orElse(""));
    }

    final Trial trial(Map<String, String> settings) {
        return new Trial(spec().id(), TestConfig.of(jar.folder(), spec(), settings));
    }

    /** With all its settings, and that one so. */
    final Trial trial(String setting, String value) {
        Map<String, String> odd = new HashMap<>(settings());
        odd.put(setting, value);
        return trial(odd);
    }

    final Leaks leaks() {
        return new Leaks(jar.loader(), patience());
    }

    /** Does the work, with all the time there is. */
    final Ended work(Trial trial) {
        return begin(trial, LONG).ended();
    }

    /** What comes of its work when its every call is answered so. */
    final Ended answered(Trial trial, HttpReply reply) {
        trial.port().replying(call -> reply);
        return begin(trial, patience()).ended();
    }

    /** The same of one alone. */
    final Ended answered(HttpReply reply) {
        assumeCan(Capability.CALLS);
        try (Trial trial = trial()) {
            return answered(trial, reply);
        }
    }

    final void assumeCan(Capability capability) {
        assumeTrue(capabilities().contains(capability), "it is said to be without " + capability);
    }

    final void assertDeclared(List<HttpCall> calls) {
        assertThat(calls.stream().map(HttpCall::uri).map(URI::getHost))
                .as("hosts it calls: all are to be in hosts(…) of its spec(), or of a setting that is a URL")
                .isSubsetOf(Stream.concat(
                                spec().hosts().stream(),
                                urls().stream()
                                        .flatMap(setting ->
                                                Stream.ofNullable(settings().get(setting.name())))
                                        .map(url -> URI.create(url).getHost()))
                        .toList());
    }

    /** Its settings that say where the operator's own server is. */
    final List<Setting> urls() {
        return spec().config().settings().stream()
                .filter(setting -> setting.type() == Setting.Type.URL)
                .toList();
    }

    static void assertStatus(Status expected, Ended ended) {
        if (!ended.is(expected)) {
            throw new AssertionFailedError("it is to end " + expected + ", but it ended " + ended, expected, ended);
        }
    }

    static void assertError(ErrorCause expected, Ended ended) {
        if (!ended.is(expected)) {
            throw new AssertionFailedError(
                    "it is to end ERROR with " + expected + ", but it ended " + ended, expected, ended);
        }
    }

    /** A surprise is none of the failures an author knows. */
    static void assertNoSurprise(Object what, Ended ended) {
        if (ended.is(ErrorCause.INTERNAL)) {
            throw new AssertionFailedError(what + " is no reason to fail: say a ProviderException why it has no answer;"
                    + " it ended " + ended);
        }
    }
}
