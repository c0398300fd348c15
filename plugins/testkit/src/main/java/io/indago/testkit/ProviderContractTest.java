package io.indago.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.indago.host.ErrorCause;
import io.indago.host.LookupResult;
import io.indago.host.Outcome;
import io.indago.host.PluginState;
import io.indago.host.Status;
import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every provider must do, tested on the real host with the plugin's own jar in a loader of its own. A plugin's test
 * extends this and supplies the plugin, its settings and recorded lookups; a clause that can't hold for it is
 * overridden, with the reason.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ProviderContractTest {
    private static final Pattern SECRET_NAME = Pattern.compile(".*(key|token|secret|password|passphrase)");
    private static final Duration SHORT = Duration.ofMillis(300);

    private Path folder = Path.of("");

    /** The plugin under test, as its services file names it. */
    protected abstract Plugin plugin();

    /** Recorded lookups: at least one hit and one without data. */
    protected abstract List<LookupCase> cases();

    /** The provider under test; to be named only where the plugin has several. */
    protected String provider() {
        return plugin().providers().get(0).spec().id();
    }

    /** Settings that make the provider usable: unless said, a made-up value for each that is required and secret. */
    protected Map<String, String> settings() {
        return spec().config().settings().stream()
                .filter(setting -> setting.isRequired() && setting.isSecret())
                .collect(Collectors.toMap(Setting::name, setting -> "made-up-" + setting.name() + "-of-a-test"));
    }

    @BeforeAll
    void packPlugin(@TempDir Path plugins) throws IOException {
        folder = plugins;
        PluginJar.write(plugin(), folder);
    }

    @Test
    protected void saysWhatItIs() {
        ProviderSpec spec = spec();
        assertThat(spec.title()).as("title").isNotBlank();
        assertThat(spec.homepage()).as("homepage, for people to read about it").isPresent();
        assertThat(spec.reliabilityReason())
                .as("why it has reliability %s", spec.reliability())
                .isNotBlank()
                .isNotEqualTo("not judged yet");
        assertThat(spec.hosts())
                .as("hosts: lower case, without scheme and port")
                .allMatch(host -> host.matches("[a-z0-9.-]+"));
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
            assertThat(trial.provider().unavailable())
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
            try (Trial trial = new Trial(folder, provider(), others)) {
                assertThat(trial.provider().unavailable()).hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("not configured: set ")
                        .contains(setting.name()));
            }
        }
    }

    @Test
    protected void hasCasesForAHitAndForNoData() {
        assertThat(cases()).as("a case with a hit").anyMatch(lookup -> lookup.verdict()
                .isPresent());
        assertThat(cases()).as("a case without data").anyMatch(lookup -> lookup.verdict()
                .isEmpty());
    }

    @TestFactory
    protected Stream<DynamicTest> answersRecordedLookups() {
        return cases().stream().map(lookup -> DynamicTest.dynamicTest(lookup.name(), () -> answers(lookup)));
    }

    private void answers(LookupCase lookup) {
        try (Trial trial = trial()) {
            trial.port().replying(lookup.replies());
            Outcome outcome = trial.lookup(lookup.indicator()).outcome();

            assertThat(outcome.status())
                    .as("status; it said: %s", outcome.reason())
                    .isEqualTo(lookup.verdict().isPresent() ? Status.HIT : Status.NO_DATA);
            assertThat(outcome.reason()).as("what a person reads").isNotBlank();
            lookup.verdict().ifPresent(verdict -> assertThat(
                            outcome.report().orElseThrow().verdict())
                    .as("verdict; it said: %s", outcome.reason())
                    .isEqualTo(verdict));
            lookup.score().ifPresent(score -> assertThat(
                            outcome.report().orElseThrow().score())
                    .as("score")
                    .hasValue(score));
        }
    }

    @Test
    protected void saysUnauthorisedWhenTheCredentialIsRefused() {
        assertThat(outcomeOf(Reply.status(401)).status()).isEqualTo(Status.UNAUTHORISED);
        assertThat(outcomeOf(Reply.status(403)).status()).isEqualTo(Status.UNAUTHORISED);
    }

    @Test
    protected void saysWhenARateLimitEnds() {
        Outcome outcome = outcomeOf(Reply.of(429, Map.of("Retry-After", "7"), ""));

        assertThat(outcome.status()).isEqualTo(Status.RATE_LIMITED);
        assertThat(outcome.retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    protected void saysUnavailableWhenTheProviderIsDown() {
        assertError(outcomeOf(Reply.status(500)), ErrorCause.UNAVAILABLE);
    }

    @Test
    protected void followsNoRedirect() {
        assertError(
                outcomeOf(Reply.of(302, Map.of("Location", "https://elsewhere.example/"), "")), ErrorCause.BAD_REPLY);
    }

    @Test
    protected void saysBadReplyToGarbage() {
        assertError(outcomeOf(Reply.of(200, Map.of("Content-Type", "text/html"), "<html>Hi!")), ErrorCause.BAD_REPLY);
    }

    @Test
    protected void takesNothingForAnAnswerThatIsNone() {
        assertThat(outcomeOf(Reply.of(200, Map.of(), "")))
                .as("an empty body is a bad reply, or no data where the provider means that")
                .matches(outcome -> outcome.status() == Status.NO_DATA
                        || outcome.errorCause()
                                .filter(ErrorCause.BAD_REPLY::equals)
                                .isPresent());
    }

    @Test
    protected void isOverAtTheDeadline() {
        try (Trial trial = trial()) {
            trial.port().neverReplying();
            LookupResult result = trial.lookup(firstHit(), SHORT);

            assertThat(result.outcome().status()).isEqualTo(Status.TIMEOUT);
            assertThat(result.took()).isLessThan(SHORT.plusMillis(500));
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
            Stream<Outcome> outcomes = Stream.of(200, 400, 401, 404, 429, 500).map(status -> {
                trial.port().replying(call -> Reply.of(status, Map.of(), "no JSON"));
                return trial.lookup(firstHit()).outcome();
            });
            assertThat(outcomes.map(Shown::text))
                    .as("what outcomes say; *** is where the host took a secret out of the plugin's words")
                    .allSatisfy(text -> assertThat(text).doesNotContain(secrets).doesNotContain("***"));
            assertThat(trial.port().calls())
                    .as("calls as they are shown: give them the Secret, not its value")
                    .allSatisfy(call -> assertThat(call.toString()).doesNotContain(secrets));
        }
    }

    @Test
    protected void callsOnlyHostsItDeclares() {
        for (LookupCase lookup : cases()) {
            try (Trial trial = trial()) {
                trial.port().replying(lookup.replies());
                Outcome outcome = trial.lookup(lookup.indicator()).outcome();

                assertThat(outcome.reason()).doesNotContain("a host it does not declare");
                assertThat(trial.port().calls().stream().map(HttpCall::uri))
                        .allMatch(uri -> spec().hosts().contains(uri.getHost()));
            }
        }
    }

    @Test
    protected void takesEveryTypeItDeclaresAndNoOther() {
        try (Trial trial = trial()) {
            trial.port().replying(call -> Reply.status(500));
            for (IndicatorType type : IndicatorType.values()) {
                Outcome outcome = trial.lookup(Samples.of(type)).outcome();
                if (spec().types().contains(type)) {
                    assertThat(outcome.errorCause())
                            .as("%s; it said: %s", type, outcome.reason())
                            .isNotEqualTo(Optional.of(ErrorCause.INTERNAL));
                } else {
                    assertThat(outcome.status()).as("%s", type).isEqualTo(Status.UNSUPPORTED);
                }
            }
        }
    }

    @Test
    protected void answersTheSameSideBySide() {
        LookupCase lookup = hitCase();
        try (Trial trial = trial()) {
            trial.port().replying(lookup.replies());
            List<CompletionStage<LookupResult>> all = IntStream.range(0, 20)
                    .mapToObj(i -> trial.start(lookup.indicator()))
                    .toList();
            assertThat(all.stream()
                            .map(result -> Shown.text(
                                    result.toCompletableFuture().join().outcome())))
                    .as("what one lookup says does not depend on others")
                    .containsOnly(Shown.text(trial.lookup(lookup.indicator()).outcome()));
        }
    }

    @Test
    protected void isNotHealthyWhenTheProviderIsDown() {
        try (Trial trial = trial()) {
            trial.port().replying(call -> Reply.status(500));
            assertThat(trial.health().state()).isNotEqualTo(Health.State.UP);
        }
    }

    @Test
    protected void leavesNoThreadWhenItIsClosed() throws InterruptedException {
        try (Trial trial = trial()) {
            trial.port().replying(hitCase().replies());
            trial.lookup(firstHit());
        }
        Instant patience = Instant.now().plusSeconds(1);
        while (!threadsOfThePlugin().isEmpty() && Instant.now().isBefore(patience)) {
            Thread.sleep(10);
        }
        assertThat(threadsOfThePlugin()).as("threads of the plugin").isEmpty();
    }

    private static List<String> threadsOfThePlugin() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getContextClassLoader() != null
                        && PluginJar.LOADER.equals(
                                thread.getContextClassLoader().getName()))
                .map(Thread::getName)
                .toList();
    }

    private void assertError(Outcome outcome, ErrorCause cause) {
        assertThat(outcome.errorCause())
                .as("%s; it said: %s", outcome.status(), outcome.reason())
                .contains(cause);
    }

    /** What comes of a lookup whose every call is answered so. */
    private Outcome outcomeOf(HttpReply reply) {
        try (Trial trial = trial()) {
            trial.port().replying(call -> reply);
            Outcome outcome = trial.lookup(firstHit()).outcome();
            assumeThat(trial.port().calls()).as("calls").isNotEmpty();
            return outcome;
        }
    }

    private Trial trial() {
        return new Trial(folder, provider(), settings());
    }

    private ProviderSpec spec() {
        return plugin().providers().stream()
                .map(factory -> factory.spec())
                .filter(spec -> spec.id().equals(provider()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the plugin has no provider '" + provider() + "'"));
    }

    private LookupCase hitCase() {
        return cases().stream()
                .filter(lookup -> lookup.verdict().isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no case with a hit"));
    }

    private Indicator firstHit() {
        return hitCase().indicator();
    }
}
