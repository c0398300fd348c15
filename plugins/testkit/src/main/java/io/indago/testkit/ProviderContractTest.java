package io.indago.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.indago.host.ErrorCause;
import io.indago.host.LookupResult;
import io.indago.host.LookupRun;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every provider must do, tested on the real host with the plugin's own jar in a loader of its own. A plugin's test
 * extends this and supplies the plugin, its settings and recorded lookups:
 *
 * <pre>{@code
 * class ExampleContractTest extends ProviderContractTest {
 *     @Override
 *     protected Plugin plugin() {
 *         return new ExamplePlugin();
 *     }
 *
 *     @Override
 *     protected List<LookupCase> cases() {
 *         return List.of(
 *                 LookupCase.of("a known address", IndicatorType.IPV4, "203.0.113.9")
 *                         .replying("GET https://api.example.com/ip/*", "hit.json")
 *                         .expecting(VerdictClass.MALICIOUS, 87),
 *                 LookupCase.of("an unknown one", IndicatorType.IPV4, "203.0.113.10")
 *                         .replying("GET https://api.example.com/ip/*", 404, "miss.json")
 *                         .expectingNoData());
 *     }
 * }
 * }</pre>
 *
 * <p>What a provider can't do is left out of its {@link #capabilities()}; a clause that can't hold for it for another
 * reason is overridden, with the reason.
 */
public abstract non-sealed class ProviderContractTest extends PluginContractTest {

    /** Recorded lookups: at least one hit and one without data. */
    protected abstract List<LookupCase> cases();

    /** The provider under test; to be named only where the plugin has several. */
    protected String provider() {
        return plugin().providers().get(0).spec().id();
    }

    @Override
    final ProviderSpec spec() {
        return plugin().providers().stream()
                .map(factory -> factory.spec())
                .filter(spec -> spec.id().equals(provider()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the plugin has no provider '" + provider() + "'"));
    }

    @Override
    final Ended work(Trial trial, Duration time) {
        return trial.lookup(firstHit(), time);
    }

    @Override
    final Map<String, HttpReply> goodReplies() {
        return hitCase().replies();
    }

    @Test
    protected void saysHowFarItIsTrusted() {
        assertThat(spec().reliabilityReason())
                .as("why it has reliability %s", spec().reliability())
                .isNotBlank()
                .isNotEqualTo("not judged yet");
    }

    @Test
    protected void hasCasesForAHitAndForNoData() {
        assertThat(cases()).as("a case with a hit").anyMatch(lookup -> lookup.verdict()
                .isPresent());
        assumeCan(Capability.NO_DATA);
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
            assertThat(trial.port().calls().stream().map(HttpCall::uri))
                    .as("hosts it calls")
                    .allMatch(uri -> spec().hosts().contains(uri.getHost()));
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
            List<LookupRun> all = IntStream.range(0, 20)
                    .mapToObj(i -> trial.start(lookup.indicator()))
                    .toList();
            assertThat(all.stream().map(run -> Shown.text(ended(run).outcome())))
                    .as("what one lookup says does not depend on others")
                    .containsOnly(Shown.text(trial.lookup(lookup.indicator()).outcome()));
        }
    }

    @Test
    protected void endsAtOnceWhenNobodyWaitsAnyMore() throws InterruptedException {
        assumeCan(Capability.CALLS);
        try (Trial trial = trial()) {
            trial.port().neverReplying();
            LookupRun run = trial.start(firstHit());
            for (int i = 0; i < 200 && trial.port().limits().isEmpty(); i++) {
                Thread.sleep(10);
            }
            assertThat(trial.port().limits())
                    .as("calls within two seconds: describe them, and leave waiting to the host")
                    .isNotEmpty();
            run.cancel();
            assertThat(ended(run).outcome().status()).isEqualTo(Status.KILLED);
            assertThat(trial.port().limits())
                    .allSatisfy(limits ->
                            assertThat(limits.over().toCompletableFuture()).isDone());
        }
    }

    private static LookupResult ended(LookupRun run) {
        return run.result().toCompletableFuture().join();
    }

    private LookupCase hitCase() {
        List<LookupCase> hits =
                cases().stream().filter(lookup -> lookup.verdict().isPresent()).toList();
        assumeThat(hits).as("cases with a hit").isNotEmpty();
        return hits.get(0);
    }

    private Indicator firstHit() {
        return hitCase().indicator();
    }
}
