package io.indago.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DigestTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123456Z");
    private static final Indicator ADDRESS = Indicator.of(IndicatorType.IPV4, "203.0.114.9");

    private static final Digest DIGEST = Digest.of(Enrichment.builder("id", ADDRESS, NOON)
            .verdict(VerdictClass.MALICIOUS)
            .score(90, 70)
            .finding(Finding.hit(
                    "alpha",
                    Report.hit("203.0.114.9 serves http://evil.example/a")
                            .opinion(95, 80)
                            .tags(List.of("bot"))
                            .malwareFamilies(List.of("Emotet"))
                            .reference(URI.create("https://b.example/1"))
                            .reference(URI.create("https://a.example/1"))
                            .firstSeen(Instant.EPOCH.plusSeconds(2))
                            .related(Related.of(IndicatorType.DOMAIN, "evil.example", "serves"))
                            .related(Related.of(IndicatorType.IPV4, "203.0.114.9", "itself"))
                            .build()))
            .finding(Finding.hit(
                    "bravo",
                    Report.hit("seen")
                            .tags(List.of("bot", "tor"))
                            .reference(URI.create("https://a.example/1"))
                            .firstSeen(Instant.EPOCH.plusSeconds(1))
                            .lastSeen(NOON)
                            .build()))
            .finding(Finding.without("charlie", "timeout", "too late"))
            .build());

    @Test
    void tellsTheVerdictAndOfWhenItIs() {
        assertThat(DIGEST.verdict())
                .isEqualTo("Indago: malicious, score 90, confidence 70, of 2026-05-04T12:00:00.123Z");
        assertThat(Digest.undated(DIGEST.verdict())).isEqualTo("Indago: malicious, score 90, confidence 70");
        assertThat(Digest.time(DIGEST.verdict())).contains(Instant.parse("2026-05-04T12:00:00.123Z"));
        assertThat(Digest.time("seen in a fair, of 2026")).isEmpty();
        assertThat(Digest.time("seen, of 2026-99-99T99:99Z")).isEmpty();
        assertThat(DIGEST.judges()).isTrue();
        assertThat(Digest.of(Enrichment.builder("id", ADDRESS, NOON).build()).judges())
                .isFalse();
    }

    @Test
    void tellsWhatProvidersFoundInTextNobodyCanClick() {
        assertThat(DIGEST.findings())
                .containsExactly(
                        Map.entry(
                                "alpha",
                                "alpha: malicious, score 95, confidence 80: 203[.]0[.]114[.]9 serves hxxp://evil.example/a"),
                        Map.entry("bravo", "bravo: informational: seen"));
        assertThat(DIGEST.indicator()).isEqualTo("203[.]0[.]114[.]9");
    }

    @Test
    void namesEachPageAndEachLabelOnce() {
        assertThat(DIGEST.references(9))
                .containsExactly(
                        Map.entry(URI.create("https://a.example/1"), "alpha"),
                        Map.entry(URI.create("https://b.example/1"), "alpha"));
        assertThat(DIGEST.references(1)).hasSize(1);
        assertThat(DIGEST.labels(9))
                .containsExactly(
                        Map.entry("malware-family", "Emotet"), Map.entry("label", "bot"), Map.entry("label", "tor"));
        assertThat(DIGEST.labels(2)).hasSize(2);
    }

    @Test
    void tellsWhatBelongsToIt() {
        assertThat(DIGEST.related(9)).containsExactly("domain evil[.]example: serves, says alpha");
        assertThat(DIGEST.related(0)).isEmpty();
    }

    @Test
    void spansWhatAllProvidersSaw() {
        assertThat(DIGEST.firstSeen()).contains(Instant.EPOCH.plusSeconds(1));
        assertThat(DIGEST.lastSeen()).contains(NOON);
    }
}
