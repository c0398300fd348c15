package io.indago.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.indago.host.ErrorCause;
import io.indago.host.HealthResult;
import io.indago.host.Outcome;
import io.indago.host.PluginState;
import io.indago.host.Status;
import io.indago.spi.ExtensionSpec;
import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Plugin;
import io.indago.spi.Setting;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every provider and every connector must do alike, tested on the real host with the plugin's own jar in a loader of
 * its own. Authors extend {@link ProviderContractTest} or {@link ConnectorContractTest}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract sealed class PluginContractTest permits ProviderContractTest, ConnectorContractTest {
    private static final Pattern SECRET_NAME = Pattern.compile(".*(key|token|secret|password|passphrase)");
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(3);
    private static final int LIMIT = 8 * 1024 * 1024;

    private Path folder = Path.of("");

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

    /** What the provider or connector under test declares. */
    abstract ExtensionSpec spec();

    /** Does its work once, a lookup or a push that goes well where it is answered well. */
    abstract Ended work(Trial trial, Duration time);

    /** The replies with which it goes well. */
    abstract Map<String, HttpReply> goodReplies();

    @BeforeAll
    void packPlugin(@TempDir Path plugins) throws IOException {
        folder = plugins;
        PluginJar.write(plugin(), libraries(), folder);
    }

    @Test
    protected void saysWhatItIs() {
        ExtensionSpec spec = spec();
        assertThat(spec.title()).as("title").isNotBlank();
        assertThat(spec.homepage()).as("homepage, for people to read about it").isPresent();
        assertThat(spec.isUnmanaged() || !spec.hosts().isEmpty())
                .as("it declares hosts, or that it is unmanaged")
                .isTrue();
        assertThat(spec.config().settings()).allSatisfy(setting -> {
            assertThat(setting.name())
                    .as("a setting's name: lower-case words with hyphens")
                    .matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(setting.help()).as("help of %s", setting.name()).isNotBlank();
            assertThat(setting.isSecret()
                            || !SECRET_NAME.matcher(setting.name()).matches())
                    .as("%s sounds secret: declare it with Setting.secret", setting.name())
                    .isTrue();
        });
    }

    @Test
    protected void startsFromItsJarInALoaderOfItsOwn() {
        try (Trial trial = trial()) {
            assertThat(trial.problems()).as("problems").isEmpty();
            assertThat(trial.extension().unavailable())
                    .as("why it is unavailable")
                    .isEmpty();
            assertThat(trial.plugin().state()).isEqualTo(PluginState.ACTIVE);
        }
    }

    @Test
    protected void isNotConfiguredWithoutARequiredSetting() {
        List<Setting> required = spec().config().settings().stream()
                .filter(setting ->
                        setting.isRequired() && setting.defaultValue().isEmpty())
                .toList();
        assumeThat(required).as("required settings").isNotEmpty();
        for (Setting setting : required) {
            Map<String, String> others = new HashMap<>(settings());
            others.remove(setting.name());
            assertThat(unavailable(others)).startsWith("not configured: set ").contains(setting.name());
        }
    }

    /** Whatever an operator may have written there, it is a sentence at start, and nothing happens later. */
    @Test
    protected void startsOrSaysWhyNotWhateverItIsGiven() {
        for (Setting setting : spec().config().settings()) {
            for (String value : List.of("0", "-1", "x", "\u00e4 \u2028 '\"$(id)", "9".repeat(400))) {
                Map<String, String> odd = new HashMap<>(settings());
                odd.put(setting.name(), value);
                try (Trial trial = new Trial(folder, spec(), odd)) {
                    assertThat(trial.problems())
                            .as(
                                    "%s = %s: throw IllegalArgumentException with a sentence that names the setting",
                                    setting.name(), value)
                            .allMatch(problem -> problem.contains(setting.name()));
                }
            }
        }
    }

    @Test
    protected void saysUnauthorisedWhenTheCredentialIsRefused() {
        assertStatus(Status.UNAUTHORISED, answered(Reply.status(401)));
        assertStatus(Status.UNAUTHORISED, answered(Reply.status(403)));
    }

    @Test
    protected void saysWhenARateLimitEnds() {
        Ended ended = answered(Reply.of(429, Map.of("Retry-After", "7"), ""));

        assertStatus(Status.RATE_LIMITED, ended);
        assertThat(ended.outcome().flatMap(Outcome::retryAfter)).contains(Duration.ofSeconds(7));
    }

    @Test
    protected void saysUnavailableWhenTheOtherSideIsDown() {
        assertError(answered(Reply.status(500)), ErrorCause.UNAVAILABLE);
    }

    @Test
    protected void followsNoRedirect() {
        assertError(
                answered(Reply.of(302, Map.of("Location", "https://elsewhere.example/"), "")), ErrorCause.BAD_REPLY);
    }

    @Test
    protected void saysBadReplyToGarbage() {
        assertError(answered(Reply.of(200, Map.of("Content-Type", "text/html"), "<html>Hi!")), ErrorCause.BAD_REPLY);
    }

    @Test
    protected void takesNothingForAnAnswerThatIsNone() {
        Ended ended = answered(Reply.of(200, Map.of(), ""));

        assertThat(ended)
                .as("an empty body is a bad reply, or no data where that is meant")
                .matches(it -> it.is(Status.NO_DATA)
                        || it.outcome()
                                .flatMap(Outcome::errorCause)
                                .filter(ErrorCause.BAD_REPLY::equals)
                                .isPresent());
    }

    @Test
    protected void copesWithALongReply() {
        String numbers = "0,".repeat(LIMIT / 8);
        Ended ended = answered(Reply.json("{\"a\":[" + numbers + "0]}"));
        assertThat(ended.is(Status.TIMEOUT))
                .as("a reply of 2 MB is read within %s; it ended %s", LONG, ended)
                .isFalse();
        assertError(answered(Reply.json("[" + " ".repeat(LIMIT) + "]")), ErrorCause.TOO_LARGE);
    }

    @Test
    protected void isOverAtTheDeadlineAndLeavesWaitingToTheHost() throws InterruptedException {
        try (Trial trial = trial()) {
            trial.port().neverReplying();
            Ended ended = work(trial, SHORT);

            assertStatus(Status.TIMEOUT, ended);
            assertThat(ended.took()).isLessThan(SHORT.plusMillis(500));
            Thread.sleep(50); // the host looks for stuck threads after it has answered
            assertThat(trial.problems()).as("its own code returns at once").isEmpty();
        }
    }

    @Test
    protected void keepsItsSecretsOutOfSight() {
        List<String> secrets = spec().config().settings().stream()
                .filter(Setting::isSecret)
                .flatMap(setting -> Stream.ofNullable(settings().get(setting.name())))
                .toList();
        assumeThat(secrets).as("secrets").isNotEmpty();
        try (Trial trial = trial()) {
            Stream<Ended> all = Stream.of(200, 400, 401, 404, 429, 500).map(status -> {
                trial.port().replying(call -> Reply.of(status, Map.of(), "no JSON"));
                return work(trial, LONG);
            });
            assertThat(all.map(Ended::shown))
                    .as("what it says; *** is where the host took a secret out of the plugin's words")
                    .allSatisfy(text -> assertThat(text).doesNotContain(secrets).doesNotContain("***"));
            assertThat(trial.port().calls())
                    .as("calls as they are shown: give them the Secret, not its value")
                    .allSatisfy(call -> assertThat(call.toString()).doesNotContain(secrets));
        }
    }

    @Test
    protected void callsOnlyHostsItDeclares() {
        try (Trial trial = trial()) {
            trial.port().replying(goodReplies());
            Ended ended = work(trial, LONG);

            assertThat(ended.shown()).doesNotContain("a host it does not declare");
            assertThat(trial.port().calls().stream().map(HttpCall::uri))
                    .allMatch(uri -> spec().hosts().contains(uri.getHost()));
        }
    }

    @Test
    protected void isNotHealthyWhenTheOtherSideIsDown() {
        assertThat(health(Reply.status(500)).health().state()).isNotEqualTo(Health.State.UP);
    }

    @Test
    protected void isNeverHealthyWithARefusedCredential() {
        assertThat(health(Reply.status(401)).health().state()).isNotEqualTo(Health.State.UP);
        assertThat(health(Reply.status(403)).health().state()).isNotEqualTo(Health.State.UP);
    }

    @Test
    protected void leavesNeitherThreadNorClassWhenItIsClosed() throws InterruptedException {
        WeakReference<ClassLoader> loader = workedAndClosed();
        Leaks.assertNoThread();
        Leaks.assertGone(loader);
    }

    /** In a frame of its own, so that nothing here holds what is to go. */
    private WeakReference<ClassLoader> workedAndClosed() {
        try (Trial trial = trial()) {
            LoaderProbe probe = new LoaderProbe();
            Map<String, HttpReply> watched = new LinkedHashMap<>();
            goodReplies().forEach((pattern, reply) -> watched.put(pattern, probe.around(reply)));
            trial.port().replying(watched);
            work(trial, LONG);
            return probe.loader();
        }
    }

    /** What comes of its work when its every call is answered so. */
    final Ended answered(HttpReply reply) {
        assumeCan(Capability.CALLS);
        try (Trial trial = trial()) {
            trial.port().replying(call -> reply);
            return work(trial, LONG);
        }
    }

    private HealthResult health(HttpReply reply) {
        assumeCan(Capability.CALLS);
        try (Trial trial = trial()) {
            trial.port().replying(call -> reply);
            return trial.health();
        }
    }

    private String unavailable(Map<String, String> settings) {
        try (Trial trial = new Trial(folder, spec(), settings)) {
            return trial.extension().unavailable().orElse("available");
        }
    }

    final Trial trial() {
        return new Trial(folder, spec(), settings());
    }

    final void assumeCan(Capability capability) {
        assumeThat(capabilities()).as("its capabilities").contains(capability);
    }

    static void assertStatus(Status status, Ended ended) {
        assertThat(ended.is(status)).as("%s; it ended %s", status, ended).isTrue();
    }

    static void assertError(Ended ended, ErrorCause cause) {
        assertThat(ended.outcome().flatMap(Outcome::errorCause))
                .as("it ended %s", ended)
                .isEqualTo(Optional.of(cause));
    }
}
