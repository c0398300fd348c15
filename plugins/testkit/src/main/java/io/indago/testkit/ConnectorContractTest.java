package io.indago.testkit;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/**
 * What every connector must do, tested on the real host with the plugin's own jar in a loader of its own. A plugin's test
 * extends this.
 *
 * <p><b>To supply:</b> {@link #plugin()}; {@link #cases()}, recorded pushes of something new, of what is there already,
 * and of one the platform refuses though it answers 200; {@link #settings()} where it needs more than made-up secrets;
 * {@link #libraries()} where it brings some along; {@link #written} where the platform writes a TLP otherwise;
 * {@link #healthy()} where its health check reads the reply; {@link #connector()} where the plugin has several.
 *
 * <pre>{@code
 * class ExampleConnectorContractTest extends ConnectorContractTest {
 *     private static final String API = "POST https://tip.example.com/";
 *     private static final Enrichment ADDRESS = Samples.enrichment(IndicatorType.IPV4, VerdictClass.MALICIOUS);
 *
 *     @Override
 *     protected Plugin plugin() {
 *         return new ExamplePlugin();
 *     }
 *
 *     @Override
 *     protected List<PushCase> cases() {
 *         return List.of(
 *                 PushCase.of("something new", ADDRESS)
 *                         .replying(API + "search", Reply.json("{\"found\": \"\"}"))
 *                         .replying(API + "events", Reply.json("{\"id\": \"7\"}"))
 *                         .expecting(Delivery.Effect.CREATED),
 *                 PushCase.of("what is there", ADDRESS)
 *                         .replying(API + "search", Reply.json("{\"found\": \"7\"}"))
 *                         .expecting(Delivery.Effect.UNCHANGED),
 *                 PushCase.of("one that is refused", ADDRESS)
 *                         .replying(API + "search", Reply.json("{\"found\": \"\"}"))
 *                         .replying(API + "events", Reply.json("{\"error\": \"no right to write\"}"))
 *                         .expectingRefusal());
 *     }
 * }
 * }</pre>
 *
 * <p><b>What is checked:</b> it starts from its jar and says what is wrong with its settings; it creates what is new and
 * finds what is there; a refusal, of whichever of its calls, is a failure and never a delivery; 401, 403, 429, 500, a
 * redirect, garbage, an empty and an endless reply are told as what they are; it keeps the deadline, ends when it is
 * closed, is told nothing it does not declare, marks what it sends with the lookup's own TLP, calls only hosts it
 * declares, hides its secrets, knows its health, and leaves neither a thread nor a class behind.
 *
 * <p><b>To switch off:</b> what it can't do is left out of its {@link #capabilities()}. A clause that can't hold for it
 * for another reason is overridden, with the reason.
 */
public abstract non-sealed class ConnectorContractTest extends ConductClauses {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<Integer> REFUSALS = List.of(400, 401, 403, 500);

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
    final Work begin(Trial trial, Duration time) {
        return trial.begin(created().enrichment(), time);
    }

    @Override
    final Map<String, List<HttpReply>> goodReplies() {
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
            Ended ended = ended(trial, push.enrichment());
            assertThat(ended.delivery().map(Delivery::effect))
                    .as("effect of the push, none when it is refused; it ended %s", ended)
                    .isEqualTo(push.effect());
            assertNoSurprise("a refusal", ended);
            assertDeclared(trial.port().calls());
        }
    }

    /** Nobody looks again at what is said to be delivered. */
    @Test
    protected void takesNoFailureForADelivery() {
        for (String call : goodReplies().keySet()) {
            for (int status : REFUSALS) {
                Map<String, List<HttpReply>> replies = new LinkedHashMap<>(goodReplies());
                replies.put(call, List.of(Reply.of(status, Map.of("content-type", "application/json"), "{}")));
                try (Trial trial = trial()) {
                    trial.port().replying(replies);
                    assertThat(work(trial).delivery())
                            .as("what is delivered when the platform answers %s to %s", status, call)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    protected void marksWhatItSendsWithTheLookupsOwnTlp() {
        assumeCan(Capability.CALLS);
        assumeCan(Capability.MARKING);
        for (Tlp tlp : allowed()) {
            try (Trial trial = trial()) {
                trial.port().replying(goodReplies());
                ended(trial, sample(tlp));
                String sent = trial.port().calls().stream()
                        .map(ConnectorContractTest::sent)
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

    /** As a person would read it. */
    private static String sent(HttpCall call) {
        boolean form = call.contentType().filter(FORM::equals).isPresent();
        String body = call.body().orElse("");
        return decoded(call.uri().toString()) + " " + call.headers() + " " + (form ? decoded(body) : body);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
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
                assertNoSurprise("an enrichment of type " + type + " without score and findings", ended(trial, bare));
            }
        }
    }

    @Test
    protected void isNotToldWhatItMayNotSee() {
        try (Trial trial = trial()) {
            trial.port().replying(goodReplies());
            Arrays.stream(Tlp.values())
                    .filter(tlp -> !allowed().contains(tlp))
                    .forEach(tlp -> assertStatus(Status.NOT_ALLOWED, ended(trial, sample(tlp))));
            Arrays.stream(IndicatorType.values())
                    .filter(type -> !spec().types().contains(type))
                    .map(type -> Samples.enrichment(type, VerdictClass.MALICIOUS, Tlp.CLEAR))
                    .forEach(enrichment -> assertStatus(Status.UNSUPPORTED, ended(trial, enrichment)));
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

    private Ended ended(Trial trial, Enrichment enrichment) {
        return trial.begin(enrichment, patience()).ended();
    }

    private PushCase created() {
        return cases().stream()
                .filter(push -> push.effect().equals(Optional.of(Effect.CREATED)))
                .findFirst()
                .orElseThrow(() -> new TestAbortedException("there is no case of something new"));
    }
}
