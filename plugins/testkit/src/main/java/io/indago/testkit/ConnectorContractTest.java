package io.indago.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.indago.host.ErrorCause;
import io.indago.host.Status;
import io.indago.spi.ConnectorSpec;
import io.indago.spi.Delivery;
import io.indago.spi.Delivery.Effect;
import io.indago.spi.Enrichment;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.IndicatorType;
import io.indago.spi.Tlp;
import io.indago.spi.VerdictClass;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every connector must do, tested on the real host with the plugin's own jar in a loader of its own. A plugin's test
 * extends this and supplies the plugin, its settings and recorded pushes: of something new, of what is there already, and
 * of one the platform refuses.
 *
 * <p>What a connector can't do is left out of its {@link #capabilities()}; a clause that can't hold for it for another
 * reason is overridden, with the reason.
 */
public abstract non-sealed class ConnectorContractTest extends PluginContractTest {

    /** Recorded pushes: of something new, of what is there already, and of one the platform refuses. */
    protected abstract List<PushCase> cases();

    /** The connector under test; to be named only where the plugin has several. */
    protected String connector() {
        return plugin().connectors().get(0).spec().id();
    }

    /** How the platform writes that TLP; {@code tlp:amber+strict} unless said. */
    protected String written(Tlp tlp) {
        return "tlp:" + tlp.label().toLowerCase(Locale.ROOT);
    }

    @Override
    final ConnectorSpec spec() {
        return plugin().connectors().stream()
                .map(factory -> factory.spec())
                .filter(spec -> spec.id().equals(connector()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the plugin has no connector '" + connector() + "'"));
    }

    @Override
    final Ended work(Trial trial, Duration time) {
        return trial.push(created().enrichment(), time);
    }

    @Override
    final Map<String, HttpReply> goodReplies() {
        return created().replies();
    }

    @Test
    protected void hasCasesForWhatIsNewAndWhatIsThereAndARefusal() {
        assertThat(cases()).as("a push of something new").anyMatch(it -> it.effect()
                .equals(Optional.of(Effect.CREATED)));
        assertThat(cases()).as("a push the platform refuses").anyMatch(it -> it.effect()
                .isEmpty());
        assumeCan(Capability.REPEATABLE);
        assertThat(cases()).as("a push of what is there already").anyMatch(it -> it.effect()
                .filter(effect -> effect != Effect.CREATED)
                .isPresent());
    }

    @TestFactory
    protected Stream<DynamicTest> pushesAsRecorded() {
        return cases().stream().map(push -> DynamicTest.dynamicTest(push.name(), () -> pushes(push)));
    }

    private void pushes(PushCase push) {
        try (Trial trial = trial()) {
            trial.port().replying(push.replies());
            Ended ended = trial.push(push.enrichment());

            assertThat(ended.delivery().map(Delivery::effect))
                    .as("it ended %s", ended)
                    .isEqualTo(push.effect());
            assertThat(ended.outcome().flatMap(outcome -> outcome.errorCause()))
                    .as("a refusal is told as what it is, by a ProviderException; it ended %s", ended)
                    .isNotEqualTo(Optional.of(ErrorCause.INTERNAL));
            assertThat(trial.port().calls().stream().map(HttpCall::uri))
                    .as("hosts it calls")
                    .allMatch(uri -> spec().hosts().contains(uri.getHost()));
        }
    }

    @Test
    protected void marksWhatItSendsWithTheLookupsOwnTlp() {
        assumeCan(Capability.CALLS);
        assumeCan(Capability.MARKING);
        for (Tlp tlp : allowed()) {
            try (Trial trial = trial()) {
                trial.port().replying(goodReplies());
                trial.push(sample(tlp));
                String sent = trial.port().calls().stream()
                        .map(call -> call.uri() + " " + call.body().orElse(""))
                        .collect(Collectors.joining("\n"));
                assertThat(sent).as("what is sent under TLP:%s", tlp.label()).contains(written(tlp));
                allowed().stream()
                        .filter(other -> !written(tlp).contains(written(other)))
                        .forEach(other -> assertThat(sent)
                                .as("what is sent under TLP:%s", tlp.label())
                                .doesNotContain(written(other)));
            }
        }
    }

    /** An enrichment may lack nearly everything, and be of each type it declares. */
    @Test
    protected void copesWithAnAnswerThatSaysNothing() {
        for (IndicatorType type : spec().types()) {
            try (Trial trial = trial()) {
                trial.port().replying(goodReplies());
                Enrichment bare = Enrichment.builder(
                                "01890a5d-ac96-774b-bcce-b302099a8058", Samples.of(type), Instant.EPOCH)
                        .build();
                Ended ended = trial.push(bare);
                assertThat(ended.outcome().flatMap(outcome -> outcome.errorCause()))
                        .as("%s; it ended %s", type, ended)
                        .isNotEqualTo(Optional.of(ErrorCause.INTERNAL));
            }
        }
    }

    @Test
    protected void isNotToldWhatItMayNotSee() {
        try (Trial trial = trial()) {
            trial.port().replying(goodReplies());
            Arrays.stream(Tlp.values())
                    .filter(tlp -> !allowed().contains(tlp))
                    .forEach(tlp -> assertStatus(Status.NOT_ALLOWED, trial.push(sample(tlp))));
            Arrays.stream(IndicatorType.values())
                    .filter(type -> !spec().types().contains(type))
                    .forEach(type -> assertStatus(
                            Status.UNSUPPORTED,
                            trial.push(Samples.enrichment(type, VerdictClass.MALICIOUS, Tlp.CLEAR))));
            assertThat(trial.port().calls()).as("calls").isEmpty();
        }
    }

    private List<Tlp> allowed() {
        return Arrays.stream(Tlp.values())
                .filter(tlp -> tlp.compareTo(spec().maxTlp()) <= 0)
                .toList();
    }

    private Enrichment sample(Tlp tlp) {
        return Samples.enrichment(created().enrichment().indicator().type(), VerdictClass.MALICIOUS, tlp);
    }

    private PushCase created() {
        List<PushCase> created = cases().stream()
                .filter(push -> push.effect().equals(Optional.of(Effect.CREATED)))
                .toList();
        assumeThat(created).as("cases of something new").isNotEmpty();
        return created.get(0);
    }
}
