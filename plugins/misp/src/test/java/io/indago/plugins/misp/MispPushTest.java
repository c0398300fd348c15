package io.indago.plugins.misp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.indago.host.DeliveryResult;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.plugins.misp.FakeMisp.Mood;
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
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of pushes, on a MISP that keeps them. */
class MispPushTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final FakeMisp misp = new FakeMisp();
    private final FixtureHost host = FixtureHost.ofConnector(
                    new MispPlugin(), Map.of("url", misp.url(), "api-key", FakeMisp.KEY, "distribution", "1"))
            .replying(misp::answer);

    @AfterEach
    void close() {
        host.close();
        misp.close();
    }

    @Test
    void makesOneEventOfThreePushes() {
        assertThat(effect(malicious())).isEqualTo(Effect.CREATED);
        assertThat(effect(malicious())).isEqualTo(Effect.UNCHANGED);
        assertThat(effect(malicious())).isEqualTo(Effect.UNCHANGED);

        assertThat(misp.requests)
                .containsExactly("/events/restSearch", "/events/add", "/events/restSearch", "/events/restSearch");
        assertThat(names(event(), "Tag", "name"))
                .containsExactly(
                        "indago:source=\"enrichment\"",
                        "tlp:green",
                        "PAP:AMBER",
                        "ioc:artifact-state=\"malicious\"",
                        "indago:verdict=\"malicious\"",
                        "misp:confidence-level=\"usually-confident\"",
                        "indago:malware-family=\"Emotet\"",
                        "indago:label=\"bot 'net'\"");
        assertThat(names(event(), "Attribute", "value"))
                .containsExactly(
                        "203.0.114.9",
                        "alpha: malicious, score 95, confidence 80: 203[.]0[.]114[.]9 serves hxxp://evil.example/a",
                        "bravo: suspicious, score 40, confidence 50: seen scanning",
                        "https://alpha.example/ip/203.0.114.9",
                        "AS64500",
                        "evil.example");
        assertThat(names(event(), "Attribute", "to_ids"))
                .containsExactly("true", "false", "false", "false", "false", "false");
    }

    @Test
    void tellsWhereTheEventIs() {
        assertThat(pushed(malicious()).delivery().flatMap(Delivery::reference))
                .contains(misp.url() + "/events/view/41");
    }

    @Test
    void makesOneEventOfPushesAtTheSameTime() {
        misp.together = new Phaser(2) {
            @Override
            protected boolean onAdvance(int phase, int parties) {
                return true;
            }
        };

        List<CompletableFuture<Effect>> all = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> effect(malicious())))
                .limit(2)
                .toList();

        assertThat(all.stream().map(CompletableFuture::join))
                .containsExactlyInAnyOrder(Effect.CREATED, Effect.UNCHANGED);
        assertThat(misp.requests).filteredOn("/events/add"::equals).hasSize(2);
        assertThat(misp.events).hasSize(1);
    }

    @Test
    void replacesAVerdictByALaterOne() {
        pushed(malicious());

        assertThat(effect(answer(VerdictClass.BENIGN, 5, NOON.plusSeconds(60)).build()))
                .isEqualTo(Effect.UPDATED);

        assertThat(event().path("info").asText()).isEqualTo("Indago: 203[.]0[.]114[.]9 is benign");
        assertThat(event().path("threat_level_id").asText()).isEqualTo("3");
        assertThat(names(event(), "Tag", "name"))
                .contains("ioc:artifact-state=\"not-malicious\"", "indago:verdict=\"benign\"")
                .doesNotContain("ioc:artifact-state=\"malicious\"", "indago:verdict=\"malicious\"")
                .doesNotHaveDuplicates();
        assertThat(names(event(), "Attribute", "uuid")).hasSize(6).doesNotHaveDuplicates();
        assertThat(event().at("/Attribute/0/to_ids").asBoolean()).isFalse();
        assertThat(event().at("/Attribute/0/comment").asText())
                .isEqualTo("Indago: benign, score 5, confidence 70, of 2026-05-04T12:01:00Z");
    }

    @Test
    void leavesWhatIsOfALaterAnswer() {
        pushed(malicious());

        assertThat(effect(answer(VerdictClass.BENIGN, 5, NOON.minusSeconds(60)).build()))
                .isEqualTo(Effect.UNCHANGED);
        assertThat(names(event(), "Tag", "name")).contains("indago:verdict=\"malicious\"");
    }

    @Test
    void keepsAVerdictWhenNobodyAnswers() {
        pushed(malicious());
        Enrichment nothing = Enrichment.builder("id", address(), NOON.plusSeconds(60))
                .marking(Tlp.GREEN, Pap.AMBER)
                .finding(Finding.without("alpha", "timeout", "too late"))
                .build();

        assertThat(effect(nothing)).isEqualTo(Effect.UNCHANGED);
        assertThat(event().at("/Attribute/0/to_ids").asBoolean()).isTrue();
    }

    @Test
    void addsWhatIsNewAndKeepsWhatIsNotSaidAgain() {
        pushed(malicious());
        Enrichment later = answer(VerdictClass.MALICIOUS, 90, NOON.plusSeconds(60))
                .finding(Finding.hit("charlie", Report.hit("a third one").build()))
                .build();

        assertThat(effect(later)).isEqualTo(Effect.UPDATED);
        assertThat(names(event(), "Attribute", "value"))
                .hasSize(7)
                .contains(
                        "charlie: informational: a third one",
                        "bravo: suspicious, score 40, confidence 50: seen scanning");
    }

    @Test
    void makesAMarkingOnlyStricter() {
        pushed(malicious());

        assertThat(effect(marked(Tlp.RED, Pap.GREEN))).isEqualTo(Effect.UPDATED);
        assertThat(names(event(), "Tag", "name"))
                .contains("tlp:red", "PAP:AMBER")
                .doesNotContain("tlp:green", "PAP:GREEN");
        assertThat(event().path("distribution").asText())
                .as("who sees it, which was the community")
                .isEqualTo("0");
        assertThat(effect(marked(Tlp.CLEAR, Pap.CLEAR))).isEqualTo(Effect.UNCHANGED);
    }

    @Test
    void bringsNothingBackThatAnAnalystDeleted() {
        pushed(malicious());
        ((ObjectNode) event().at("/Attribute/1")).put("deleted", true);

        assertThat(effect(malicious())).isEqualTo(Effect.UNCHANGED);
    }

    @Test
    void leavesTagsOfAnalystsAlone() {
        pushed(malicious());
        event().withArray("Tag").addObject().put("name", "workflow:state=\"draft\"");
        event().withArray("Tag").addObject().put("name", "tlp:ex:chr");
        event().withArray("Tag")
                .addObject()
                .put("name", "indago:verdict=\"suspicious\"")
                .put("local", 1);

        assertThat(effect(malicious())).isEqualTo(Effect.UNCHANGED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FORBIDS | UNAUTHORISED | may not add and modify events: You do not have permission",
                "SAYS_ERRORS_AND_200 | ERROR | MISP refused the event (200): Event: info: Info cannot be empty.",
                "SAYS_NOT_SAVED_AND_200 | ERROR | MISP refused the event (200): Could not add Event",
                "BREAKS | ERROR | MISP answered 500",
                "LOSES_AN_ATTRIBUTE | ERROR | stored event 41 without 1 of its attributes, first the domain 'evil.example'",
                "LOSES_TAGS | ERROR | did not set or take away its tag indago:source=\"enrichment\""
            })
    void takesNoRefusalForADelivery(Mood mood, Status status, String reason) {
        misp.mood = mood;

        Outcome failure = pushed(malicious()).failure().orElseThrow();
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.reason()).contains(reason);
    }

    @Test
    void completesWhatWasStoredInPart() {
        misp.mood = Mood.LOSES_AN_ATTRIBUTE;
        pushed(malicious());
        misp.mood = Mood.WELL;

        assertThat(effect(malicious())).isEqualTo(Effect.UPDATED);
        assertThat(names(event(), "Attribute", "value")).hasSize(6).contains("evil.example");
    }

    @Test
    void findsWhatWasStoredThoughNoReplyCame() {
        misp.mood = Mood.STORES_AND_HANGS;
        assertThat(pushed(malicious()).failure().map(Outcome::status)).contains(Status.TIMEOUT);
        misp.mood = Mood.WELL;

        assertThat(effect(malicious())).isEqualTo(Effect.UNCHANGED);
        assertThat(misp.events).hasSize(1);
    }

    private Effect effect(Enrichment enrichment) {
        DeliveryResult result = pushed(enrichment);
        assertThat(result.failure().map(Outcome::reason)).isEmpty();
        return result.delivery().orElseThrow().effect();
    }

    private DeliveryResult pushed(Enrichment enrichment) {
        return host.push(enrichment);
    }

    private ObjectNode event() {
        assertThat(misp.events).hasSize(1);
        return misp.events.values().iterator().next();
    }

    private static List<String> names(JsonNode event, String list, String member) {
        return StreamSupport.stream(event.path(list).spliterator(), false)
                .map(item -> item.path(member).asText())
                .toList();
    }

    private static Indicator address() {
        return Indicator.of(IndicatorType.IPV4, "203.0.114.9");
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
                .asn(64500)
                .related(Related.of(IndicatorType.DOMAIN, "Evil.example", "serves"))
                .related(Related.of(IndicatorType.DOMAIN, "evil.example", "serves"))
                .related(Related.of(IndicatorType.IPV4, "203.0.114.9", "itself"))
                .reference(URI.create("https://alpha.example/ip/203.0.114.9"))
                .lastSeen(Instant.parse("2026-05-01T10:00:00Z"))
                .firstSeen(Instant.parse("2026-04-01T10:00:00Z"))
                .build();
        Report bravo = Report.hit("seen scanning").opinion(40, 50).build();
        return Enrichment.builder("01890a5d-ac96-774b-bcce-b302099a8057", address(), finished)
                .verdict(verdict)
                .score(score, 70)
                .marking(Tlp.GREEN, Pap.AMBER)
                .finding(Finding.hit("alpha", alpha))
                .finding(Finding.hit("bravo", bravo))
                .finding(Finding.without("delta", "no_data", "Delta does not know it"));
    }
}
