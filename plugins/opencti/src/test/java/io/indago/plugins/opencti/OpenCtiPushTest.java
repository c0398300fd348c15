package io.indago.plugins.opencti;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.indago.host.DeliveryResult;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.plugins.opencti.FakeOpenCti.Mood;
import io.indago.spi.Delivery;
import io.indago.spi.Delivery.Effect;
import io.indago.spi.Enrichment;
import io.indago.spi.Finding;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Pap;
import io.indago.spi.Related;
import io.indago.spi.Report;
import io.indago.spi.Tlp;
import io.indago.spi.VerdictClass;
import io.indago.testkit.FixtureHost;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of pushes, on an OpenCTI that keeps them. */
class OpenCtiPushTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Indicator ADDRESS = Indicator.of(IndicatorType.IPV4, "203.0.114.9");

    private final FakeOpenCti opencti = new FakeOpenCti();
    private final FixtureHost host = FixtureHost.ofConnector(
                    new OpenCtiPlugin(), Map.of("url", "https://opencti.example.org", "token", FakeOpenCti.TOKEN))
            .replying(opencti::answer);

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void makesOneObservableAndOneNoteOfThreePushes() {
        assertThat(effect(malicious())).isEqualTo(Effect.CREATED);
        assertThat(effect(malicious())).isEqualTo(Effect.UNCHANGED);
        assertThat(effect(malicious())).isEqualTo(Effect.UNCHANGED);

        assertThat(opencti.operations)
                .containsExactly(
                        "IndagoState", "IndagoPush", "IndagoObservable", "IndagoPush", "IndagoState", "IndagoState");
        assertThat(opencti.observables).hasSize(1);
        assertThat(labels())
                .containsExactly(
                        "indago:verdict=malicious", "indago:malware-family=emotet", "indago:label=bot \"net\"");
        assertThat(definitions()).containsExactly("TLP:GREEN", "PAP:AMBER");
        assertThat(observable().path("x_opencti_score").asInt()).isEqualTo(90);
        assertThat(observable().at("/externalReferences/edges").findValuesAsText("url"))
                .containsExactly("https://alpha.example/ip/203.0.114.9");
        assertThat(observable().at("/indicators/edges/0/node/revoked").asBoolean(true))
                .isFalse();
    }

    @Test
    void tellsInOneNoteWhatProvidersFound() {
        push(malicious());

        assertThat(opencti.notes).hasSize(1);
        assertThat(note().path("content").asText())
                .isEqualTo("Indago: malicious, score 90, confidence 70, of 2026-05-04T12:00:00Z\n\n```\n"
                        + "alpha: malicious, score 95, confidence 80: 203[.]0[.]114[.]9 serves hxxp://evil.example/a\n"
                        + "bravo: suspicious, score 40, confidence 50: seen scanning\n"
                        + "domain evil[.]example: serves, says alpha\n```");
        assertThat(note().path("attribute_abstract").asText()).isEqualTo("Indago on 203[.]0[.]114[.]9");
        assertThat(note().at("/objects/0").asText())
                .isEqualTo(observable().path("id").asText());
        assertThat(note().path("objectMarking")).hasSize(2);
    }

    @Test
    void tellsWhereTheObservableIs() {
        assertThat(push(malicious()).delivery().flatMap(Delivery::reference))
                .contains("https://opencti.example.org/dashboard/observations/observables/observable-1");
    }

    @Test
    void makesOneObservableOfPushesAtTheSameTime() {
        opencti.together = new Phaser(2) {
            @Override
            protected boolean onAdvance(int phase, int parties) {
                return true;
            }
        };

        List<CompletableFuture<Effect>> all = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> effect(malicious())))
                .limit(2)
                .toList();

        assertThat(all.stream().map(CompletableFuture::join)).containsOnly(Effect.CREATED);
        assertThat(opencti.observables).hasSize(1);
        assertThat(opencti.notes).hasSize(1);
        assertThat(labels()).doesNotHaveDuplicates().hasSize(3);
        assertThat(effect(malicious())).isEqualTo(Effect.UNCHANGED);
    }

    @Test
    void replacesAVerdictByALaterOne() {
        push(malicious());

        assertThat(effect(answer(VerdictClass.BENIGN, 5, NOON.plusSeconds(60)).build()))
                .isEqualTo(Effect.UPDATED);

        assertThat(labels()).contains("indago:verdict=benign").doesNotContain("indago:verdict=malicious");
        assertThat(observable().path("x_opencti_score").asInt()).isEqualTo(5);
        assertThat(observable().at("/indicators/edges/0/node/revoked").asBoolean())
                .isTrue();
        assertThat(observable().at("/indicators/edges/0/node/x_opencti_score").asInt())
                .isEqualTo(5);
        assertThat(opencti.notes).hasSize(1);
        assertThat(note().path("content").asText())
                .startsWith("Indago: benign, score 5, confidence 70, of 2026-05-04T12:01:00Z");
    }

    @Test
    void leavesWhatIsOfALaterAnswer() {
        push(malicious());

        assertThat(effect(answer(VerdictClass.BENIGN, 5, NOON.minusSeconds(60)).build()))
                .isEqualTo(Effect.UNCHANGED);
        assertThat(labels()).contains("indago:verdict=malicious");
    }

    @Test
    void keepsAVerdictWhenNobodyAnswers() {
        push(malicious());
        Enrichment nothing = Enrichment.builder("id", ADDRESS, NOON.plusSeconds(60))
                .marking(Tlp.GREEN, Pap.AMBER)
                .finding(Finding.without("alpha", "timeout", "too late"))
                .build();

        assertThat(effect(nothing)).isEqualTo(Effect.UNCHANGED);
        assertThat(note().path("content").asText()).startsWith("Indago: malicious");
    }

    @Test
    void raisesAScoreOfOthersAndLowersNone() {
        push(malicious());
        observable().put("x_opencti_score", 97);
        assertThat(effect(
                        answer(VerdictClass.MALICIOUS, 80, NOON.plusSeconds(60)).build()))
                .isEqualTo(Effect.UPDATED);
        assertThat(observable().path("x_opencti_score").asInt()).isEqualTo(97);

        observable().put("x_opencti_score", 10);
        push(answer(VerdictClass.MALICIOUS, 85, NOON.plusSeconds(120)).build());
        assertThat(observable().path("x_opencti_score").asInt()).isEqualTo(85);
    }

    @Test
    void makesAMarkingOnlyStricter() {
        push(malicious());

        assertThat(effect(marked(Tlp.RED, Pap.GREEN))).isEqualTo(Effect.UPDATED);
        assertThat(definitions()).containsExactlyInAnyOrder("TLP:RED", "PAP:AMBER");
        assertThat(effect(marked(Tlp.CLEAR, Pap.CLEAR))).isEqualTo(Effect.UNCHANGED);
    }

    @Test
    void leavesLabelsAndMarkingsOfAnalystsAlone() {
        push(malicious());
        observable().withArray("objectLabel").addObject().put("id", "x").put("value", "watched");
        observable().withArray("objectMarking").addObject().put("id", "y").put("definition", "ACME:SECRET");

        assertThat(effect(malicious())).isEqualTo(Effect.UNCHANGED);
        push(answer(VerdictClass.BENIGN, 5, NOON.plusSeconds(60)).build());
        assertThat(labels()).contains("watched");
        assertThat(definitions()).contains("ACME:SECRET");
    }

    @Test
    void makesNoIndicatorOfWhatIsNotMalicious() {
        push(answer(VerdictClass.SUSPICIOUS, 50, NOON).build());

        assertThat(observable().at("/indicators/edges")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LACKS_A_CAPABILITY | UNAUTHORISED | its user lacks a capability: You are not allowed to do this.",
                "IS_LOCKED | ERROR | OpenCTI can't now: Execution timeout",
                "REFUSES_BESIDE_DATA | ERROR | OpenCTI refuses it: Not so",
                "IS_OLD | ERROR | is it older than 6? Unknown type",
                "BREAKS | ERROR | OpenCTI answered 502",
                "LOSES_LABELS | ERROR | stored observable observable-1 without its label indago:verdict=malicious",
                "LOSES_MARKINGS | ERROR | stored observable observable-1 without its marking TLP:GREEN"
            })
    void takesNoRefusalForADelivery(Mood mood, Status status, String reason) {
        opencti.mood = mood;

        Outcome failure = push(malicious()).failure().orElseThrow();
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.reason()).contains(reason);
    }

    @Test
    void completesWhatWasStoredInPart() {
        opencti.mood = Mood.LOSES_LABELS;
        push(malicious());
        opencti.mood = Mood.WELL;

        assertThat(effect(malicious())).isEqualTo(Effect.CREATED);
        assertThat(labels()).hasSize(3);
        assertThat(opencti.observables).hasSize(1);
    }

    private Effect effect(Enrichment enrichment) {
        DeliveryResult result = push(enrichment);
        assertThat(result.failure().map(Outcome::reason)).isEmpty();
        return result.delivery().orElseThrow().effect();
    }

    private DeliveryResult push(Enrichment enrichment) {
        return host.push(enrichment);
    }

    private ObjectNode observable() {
        return opencti.observables.get(ADDRESS.value());
    }

    private JsonNode note() {
        return opencti.notes.values().iterator().next();
    }

    private List<String> labels() {
        return observable().path("objectLabel").findValuesAsText("value");
    }

    private List<String> definitions() {
        return observable().path("objectMarking").findValuesAsText("definition");
    }

    private static Enrichment malicious() {
        return answer(VerdictClass.MALICIOUS, 90, NOON).build();
    }

    private static Enrichment marked(Tlp tlp, Pap pap) {
        return answer(VerdictClass.MALICIOUS, 90, NOON).marking(tlp, pap).build();
    }

    private static Enrichment.Builder answer(VerdictClass verdict, int score, Instant finished) {
        Report alpha = Report.hit("203.0.114.9 serves http://evil.example/a")
                .opinion(95, 80)
                .malwareFamilies(List.of("Emotet"))
                .tags(List.of("bot \"net\""))
                .related(Related.of(IndicatorType.DOMAIN, "evil.example", "serves"))
                .reference(URI.create("https://alpha.example/ip/203.0.114.9"))
                .build();
        Report bravo = Report.hit("seen scanning").opinion(40, 50).build();
        return Enrichment.builder("01890a5d-ac96-774b-bcce-b302099a8057", ADDRESS, finished)
                .verdict(verdict)
                .score(score, 70)
                .marking(Tlp.GREEN, Pap.AMBER)
                .finding(Finding.hit("alpha", alpha))
                .finding(Finding.hit("bravo", bravo))
                .finding(Finding.without("delta", "no_data", "Delta does not know it"));
    }
}
