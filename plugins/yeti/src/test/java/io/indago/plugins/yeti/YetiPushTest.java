package io.indago.plugins.yeti;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.indago.host.DeliveryResult;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.plugins.yeti.FakeYeti.Mood;
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
import io.indago.testkit.Samples;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of pushes, on a YETI that keeps them. */
class YetiPushTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Indicator ADDRESS = Indicator.of(IndicatorType.IPV4, "203.0.114.9");

    private final FakeYeti yeti = new FakeYeti();
    private final FixtureHost host = FixtureHost.ofConnector(
                    new YetiPlugin(), Map.of("url", "https://yeti.example.org", "api-key", FakeYeti.KEY))
            .replying(yeti::answer);

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void makesOneObservableAndOneContextOfThreePushes() {
        assertThat(effect(malicious())).isEqualTo(Effect.CREATED);
        assertThat(effect(malicious())).isEqualTo(Effect.UNCHANGED);
        assertThat(effect(malicious())).isEqualTo(Effect.UNCHANGED);

        assertThat(yeti.requests)
                .containsExactly(
                        "/auth/api-token",
                        "/observables/",
                        "/observables/1/context",
                        "/observables/tag",
                        "/observables/",
                        "/observables/search",
                        "/observables/",
                        "/observables/search");
        assertThat(yeti.observables).hasSize(1);
        assertThat(tags())
                .containsExactly(
                        "tlp:green",
                        "pap:amber",
                        "indago:verdict:malicious",
                        "indago:malware-family:emotet",
                        "indago:label:bot_net");
        assertThat(observable().path("type").asText()).isEqualTo("ipv4");
    }

    @Test
    void tellsInOneContextWhatProvidersFound() {
        push(malicious());

        assertThat(observable().path("context")).hasSize(1);
        JsonNode context = observable().at("/context/0");
        assertThat(context.path("source").asText()).isEqualTo("Indago");
        assertThat(context.path("verdict").asText())
                .isEqualTo("Indago: malicious, score 90, confidence 70, of 2026-05-04T12:00:00Z");
        assertThat(context.path("tlp").asText()).isEqualTo("TLP:GREEN");
        assertThat(context.path("findings"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "alpha: malicious, score 95, confidence 80: 203[.]0[.]114[.]9 serves hxxp://evil.example/a",
                        "bravo: suspicious, score 40, confidence 50: seen scanning");
        assertThat(context.path("related"))
                .extracting(JsonNode::asText)
                .containsExactly("domain evil[.]example: serves, says alpha");
        assertThat(context.path("references"))
                .extracting(JsonNode::asText)
                .containsExactly("https://alpha.example/ip/203.0.114.9");
    }

    @Test
    void tellsWhereTheObservableIs() {
        assertThat(push(malicious()).delivery().flatMap(Delivery::reference))
                .contains("https://yeti.example.org/observables/1");
    }

    @Test
    void makesOneObservableOfPushesAtTheSameTime() {
        List<CompletableFuture<Effect>> all = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> effect(malicious())))
                .limit(4)
                .toList();

        assertThat(all.stream().map(CompletableFuture::join))
                .containsOnlyOnce(Effect.CREATED)
                .hasSize(4);
        assertThat(yeti.observables).hasSize(1);
        assertThat(observable().path("context")).hasSize(1);
        assertThat(tags()).hasSize(5).doesNotHaveDuplicates();
        assertThat(effect(malicious())).isEqualTo(Effect.UNCHANGED);
    }

    @Test
    void replacesAVerdictByALaterOne() {
        push(malicious());

        assertThat(effect(answer(VerdictClass.BENIGN, 5, NOON.plusSeconds(60)).build()))
                .isEqualTo(Effect.UPDATED);

        assertThat(tags()).contains("indago:verdict:benign").doesNotContain("indago:verdict:malicious");
        assertThat(observable().path("context")).hasSize(1);
        assertThat(observable().at("/context/0/verdict").asText())
                .startsWith("Indago: benign, score 5, confidence 70, of 2026-05-04T12:01:00Z");
    }

    @Test
    void leavesWhatIsOfALaterAnswer() {
        push(malicious());

        assertThat(effect(answer(VerdictClass.BENIGN, 5, NOON.minusSeconds(60)).build()))
                .isEqualTo(Effect.UNCHANGED);
        assertThat(tags()).contains("indago:verdict:malicious");
    }

    @Test
    void keepsAVerdictWhenNobodyAnswers() {
        push(malicious());
        Enrichment nothing = Enrichment.builder("id", ADDRESS, NOON.plusSeconds(60))
                .marking(Tlp.GREEN, Pap.AMBER)
                .build();

        assertThat(effect(nothing)).isEqualTo(Effect.UNCHANGED);
        assertThat(tags()).contains("indago:verdict:malicious");
    }

    @Test
    void makesAMarkingOnlyStricter() {
        push(malicious());

        assertThat(effect(marked(Tlp.AMBER_STRICT, Pap.GREEN))).isEqualTo(Effect.UPDATED);
        assertThat(tags()).contains("tlp:amber-strict", "pap:amber").doesNotContain("tlp:green", "pap:green");
        assertThat(effect(marked(Tlp.CLEAR, Pap.CLEAR))).isEqualTo(Effect.UNCHANGED);
    }

    @Test
    void addsToWhatAnalystsRecorded() {
        push(malicious());
        FakeYeti.tag(observable().withArray("tags"), "watched");
        observable().withArray("context").addObject().put("source", "feed").put("note", "theirs");

        assertThat(effect(malicious())).isEqualTo(Effect.UNCHANGED);
        push(answer(VerdictClass.BENIGN, 5, NOON.plusSeconds(60)).build());
        assertThat(tags()).contains("watched");
        assertThat(observable().path("context")).hasSize(2);
    }

    @Test
    void setsItsTagsAgainWhenTheyHaveExpired() {
        push(malicious());
        observable().path("tags").forEach(tag -> ((ObjectNode) tag).put("expires", "2020-01-01T00:00:00Z"));

        assertThat(effect(malicious())).isEqualTo(Effect.UPDATED);
        assertThat(effect(malicious())).isEqualTo(Effect.UNCHANGED);
    }

    @Test
    void logsInAgainWhenItsTokenHasExpired() {
        push(malicious());
        yeti.expireTokens();

        assertThat(effect(malicious())).isEqualTo(Effect.UNCHANGED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REFUSES_THE_KEY | UNAUTHORISED | YETI refused (401) the credential",
                "LACKS_A_RIGHT | UNAUTHORISED | YETI refused (403) the credential",
                "FAILS_TO_ADD | ERROR | YETI refused it (400): Failed to add observable",
                "BREAKS | ERROR | YETI answered 500",
                "LOSES_TAGS | ERROR | YETI stored observable 1 without its tag tlp:green"
            })
    void takesNoRefusalForADelivery(Mood mood, Status status, String reason) {
        yeti.mood = mood;

        Outcome failure = push(malicious()).failure().orElseThrow();
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.reason()).contains(reason);
    }

    @Test
    void noticesThatContextsAddUp() {
        push(malicious());
        yeti.mood = Mood.ADDS_CONTEXTS_UP;

        Outcome failure = push(answer(VerdictClass.BENIGN, 5, NOON.plusSeconds(60))
                        .build())
                .failure()
                .orElseThrow();
        assertThat(failure.reason()).contains("with 2 contexts of ours");
    }

    @Test
    void completesWhatWasStoredInPart() {
        yeti.mood = Mood.LOSES_TAGS;
        push(malicious());
        yeti.mood = Mood.WELL;

        assertThat(effect(malicious())).isEqualTo(Effect.UPDATED);
        assertThat(tags()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({"FQDN, hostname", "DOMAIN, hostname", "CIDR, cidr", "SHA256, sha256", "SHA512, generic", "ASN, asn"})
    void writesEachTypeAsYetiKnowsIt(IndicatorType type, String written) {
        assertThat(effect(Samples.enrichment(type, VerdictClass.MALICIOUS))).isEqualTo(Effect.CREATED);
        assertThat(yeti.observables.get(Samples.of(type).value()).path("type").asText())
                .isEqualTo(written);
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
        return yeti.observables.get(ADDRESS.value());
    }

    private List<String> tags() {
        return observable().path("tags").findValuesAsText("name");
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
