package io.indago.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Report;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/**
 * What every provider must do, tested on the real host with the plugin's own jar in a loader of its own. A plugin's test
 * extends this.
 *
 * <p><b>To supply:</b> {@link #plugin()}; {@link #cases()}, recorded lookups, at least one hit and one without data;
 * {@link #settings()} where it needs more than made-up secrets; {@link #libraries()} where it brings some along;
 * {@link #healthy()} where its health check reads the reply; {@link #provider()} where the plugin has several.
 *
 * <pre>{@code
 * class ExampleContractTest extends ProviderContractTest {
 *     private static final String API = "GET https://api.example.com/ip/";
 *
 *     @Override
 *     protected Plugin plugin() {
 *         return new ExamplePlugin();
 *     }
 *
 *     @Override
 *     protected List<LookupCase> cases() {
 *         return List.of(
 *                 LookupCase.of("a known address", IndicatorType.IPV4, "203.0.113.9")
 *                         .replying(API + "203.0.113.9", "hit.json")
 *                         .expecting(VerdictClass.MALICIOUS, 87),
 *                 LookupCase.of("an unknown one", IndicatorType.IPV4, "203.0.113.10")
 *                         .replying(API + "*", Reply.status(404))
 *                         .expectingNoData());
 *     }
 * }
 * }</pre>
 *
 * <p><b>What is checked:</b> it starts from its jar and says what is wrong with its settings; it answers what was
 * recorded, and the same to many at once; 401, 403, 429, 500, a redirect, garbage, an empty and an endless reply are told
 * as what they are; it keeps the deadline and ends when it is called off, takes the types it declares and calls the hosts
 * it declares and no others, hides its secrets, knows its health, and leaves neither a thread nor a class behind.
 *
 * <p><b>To switch off:</b> what it can't do is left out of its {@link #capabilities()}. A clause that can't hold for it
 * for another reason is overridden, with the reason.
 */
public abstract non-sealed class ProviderContractTest extends ConductClauses {

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
    final Work begin(Trial trial, Duration time) {
        return trial.begin(hitCase().indicator(), time);
    }

    @Override
    final Map<String, List<HttpReply>> goodReplies() {
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
            Ended ended = ended(trial, lookup.indicator());
            assertStatus(lookup.verdict().isPresent() ? Status.HIT : Status.NO_DATA, ended);
            Outcome outcome = ended.outcome().orElseThrow();
            assertThat(outcome.reason()).as("what a person reads").isNotBlank();
            lookup.verdict().ifPresent(verdict -> assertThat(outcome.report().map(Report::verdict))
                    .as("verdict; it said: %s", outcome.reason())
                    .contains(verdict));
            lookup.score().ifPresent(score -> assertThat(outcome.report().map(Report::score))
                    .as("score; it said: %s", outcome.reason())
                    .contains(OptionalInt.of(score)));
            assertDeclared(trial.port().calls());
        }
    }

    @Test
    protected void takesEveryTypeItDeclaresAndNoOther() {
        try (Trial trial = trial()) {
            trial.port().replying(call -> Reply.status(500));
            for (IndicatorType type : IndicatorType.values()) {
                Ended ended = ended(trial, Samples.of(type));
                if (spec().types().contains(type)) {
                    assertNoSurprise("the declared type " + type, ended);
                } else {
                    assertStatus(Status.UNSUPPORTED, ended);
                }
            }
        }
    }

    private Ended ended(Trial trial, Indicator indicator) {
        return trial.begin(indicator, patience()).ended();
    }

    private LookupCase hitCase() {
        Optional<LookupCase> hit =
                cases().stream().filter(lookup -> lookup.verdict().isPresent()).findFirst();
        return hit.orElseThrow(() -> new TestAbortedException("there is no case with a hit"));
    }
}
