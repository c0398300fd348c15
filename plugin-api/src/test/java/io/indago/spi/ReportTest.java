package io.indago.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
    private static final String HOSTILE = "a\u202eb\nc" + "x".repeat(5_000);
    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-02-01T00:00:00Z");

    @Test
    void showsStrangersTextsInOneBoundedLine() {
        Report report = Report.hit(HOSTILE)
                .evidence(Evidence.of(HOSTILE, HOSTILE).value(HOSTILE))
                .tags(List.of(HOSTILE))
                .malwareFamilies(List.of(HOSTILE))
                .actors(List.of(HOSTILE))
                .techniques(List.of(HOSTILE))
                .asOwner(HOSTILE)
                .network(HOSTILE)
                .build();
        Evidence piece = report.evidence().get(0);

        String shown = PlainText.of(HOSTILE);
        assertThat(shown).startsWith("a\ufffdb cx").hasSize(500);
        assertThat(Report.noData(HOSTILE).summary()).isEqualTo(shown);
        assertThat(List.of(report.summary(), piece.code(), piece.text())).containsOnly(shown);
        assertThat(piece.value()).contains(shown);
        assertThat(report.tags()).containsExactly(shown);
        assertThat(report.malwareFamilies()).containsExactly(shown);
        assertThat(report.actors()).containsExactly(shown);
        assertThat(report.techniques()).containsExactly(shown);
        assertThat(report.asOwner()).contains(shown);
        assertThat(report.network()).contains(shown);
    }

    @Test
    void keepsTheFirstHundredOfAnything() {
        Report.Builder report = Report.hit("many");
        IntStream.range(0, 150).forEach(i -> report.tags(List.of("tag " + i))
                .evidence(Evidence.of("some", "piece " + i))
                .related(Related.of(IndicatorType.IPV4, "203.0.113." + i, "near")));

        assertThat(report.build().tags()).hasSize(100).endsWith("tag 99");
        assertThat(report.build().evidence()).hasSize(100);
        assertThat(report.build().related()).hasSize(100);
    }

    @Test
    void leavesOutWhatIsNoIndicator() {
        Report report = Report.hit("related")
                .related(Related.of(IndicatorType.FQDN, "evil.example", "name"))
                .related(Related.of(IndicatorType.FQDN, "evil example", "name"))
                .related(Related.of(IndicatorType.IPV4, "localhost", "resolves-to"))
                .build();

        assertThat(report.related()).extracting(Related::value).containsExactly("evil.example");
    }

    @Test
    void leavesOutWhatCannotBeWhatItShouldBe() {
        Report report = Report.hit("nonsense")
                .country("Atlantis")
                .asn("ASNone")
                .asOwner(" ")
                .network("")
                .firstSeen("once")
                .lastSeen("0000-00-00 00:00:00")
                .build();

        assertThat(report.country()).isEmpty();
        assertThat(report.asn()).isEmpty();
        assertThat(report.asOwner()).isEmpty();
        assertThat(report.network()).isEmpty();
        assertThat(report.firstSeen()).isEmpty();
        assertThat(report.lastSeen()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "AS64500, 64500, ''",
        "64500, 64500, ''",
        "AS64500 Example Hosting, 64500, Example Hosting",
        "AS4294967295 , 4294967295, ''"
    })
    void readsAutonomousSystems(String written, long number, String owner) {
        Report report = Report.hit("routed").asn(written).build();

        assertThat(report.asn()).hasValue(number);
        assertThat(report.asOwner().orElse("")).isEqualTo(owner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AS", "AS0", "ASNone ", "AS64500x", "-64500", "AS12345678901", "Example"})
    void readsNoAutonomousSystem(String written) {
        assertThat(Report.hit("routed").asn(written).build().asn()).isEmpty();
    }

    @Test
    void keepsAnOwnerTheNumberComesWithout() {
        assertThat(Report.hit("routed")
                        .asOwner("Example")
                        .asn("AS64500")
                        .build()
                        .asOwner())
                .contains("Example");
    }

    @Test
    void wasSeenFirstAtTheEarliestAndLastAtTheLatest() {
        for (List<Instant> times : List.of(List.of(EARLY, LATE), List.of(LATE, EARLY))) {
            Report.Builder report = Report.hit("seen");
            times.forEach(time -> report.firstSeen(time).lastSeen(time.toString()));
            assertThat(report.build().firstSeen()).contains(EARLY);
            assertThat(report.build().lastSeen()).contains(LATE);
        }
    }

    @Test
    void listsEvidence() {
        assertThat(Evidence.listing("names", "seen as ", List.of("a", "b", " ")))
                .get()
                .satisfies(piece -> {
                    assertThat(piece.code()).isEqualTo("names");
                    assertThat(piece.text()).isEqualTo("seen as a, b");
                });
        assertThat(Evidence.listing("names", "seen as ", List.of(""))).isEmpty();
    }

    @Test
    void datesEvidenceAsItIsWritten() {
        Evidence piece = Evidence.of("some", "piece");
        assertThat(piece.observedAt("2026-01-01").observedAt()).contains(EARLY);
        assertThat(piece.observedAt(EARLY).observedAt("once").observedAt()).contains(EARLY);
    }

    @Test
    void refusesNullAtTheDoor() {
        assertThatThrownBy(() -> Evidence.of("code", null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Report.hit(null)).isInstanceOf(NullPointerException.class);
    }
}
