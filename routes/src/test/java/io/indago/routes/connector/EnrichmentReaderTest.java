package io.indago.routes.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.indago.host.ErrorCause;
import io.indago.host.Outcome;
import io.indago.routes.Samples;
import io.indago.routes.connector.EnrichmentReader.Told;
import io.indago.routes.events.EnrichmentDocument;
import io.indago.routes.events.JsonMapping;
import io.indago.spi.Enrichment;
import io.indago.spi.Finding;
import io.indago.spi.IndicatorType;
import io.indago.spi.Pap;
import io.indago.spi.Report;
import io.indago.spi.Tlp;
import io.indago.spi.VerdictClass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the stream of enrichments says, as connectors are told it. */
class EnrichmentReaderTest {
    private static final String DOMAIN = "evil.example.com";

    private final ObjectMapper json = JsonMapping.mapper();
    private final EnrichmentReader reader = new EnrichmentReader(json);

    @Test
    void saysWhatTheLookupSaid() throws Exception {
        Enrichment enrichment = reader.read(record()).enrichment();

        assertThat(enrichment.id()).isEqualTo(Samples.ID.toString());
        assertThat(enrichment.indicator()).hasToString("fqdn:" + DOMAIN);
        assertThat(enrichment.verdict())
                .isEqualTo(Samples.enrichment(DOMAIN).verdict().verdict());
        assertThat(enrichment.score())
                .isEqualTo(Samples.enrichment(DOMAIN).verdict().score());
        assertThat(enrichment.confidence()).as("that of the only opinion").isEqualTo(90);
        assertThat(enrichment.why())
                .isEqualTo(Samples.enrichment(DOMAIN).verdict().why());
        assertThat(enrichment.tlp()).isEqualTo(Tlp.AMBER_STRICT);
        assertThat(enrichment.pap()).isEqualTo(Pap.GREEN);
        assertThat(enrichment.finishedAt()).isEqualTo(Samples.NOW.plusMillis(300));
    }

    @Test
    void saysWhatEachProviderSaid() throws Exception {
        Enrichment enrichment = reader.read(record()).enrichment();

        assertThat(enrichment.findings())
                .extracting(finding -> finding.provider() + " " + finding.status() + ": " + finding.reason())
                .containsExactly(
                        "alpha hit: 12 of 90 engines detect it",
                        "bravo hit: in Germany",
                        "charlie no_data: never seen",
                        "delta error: the reply is no JSON",
                        "echo rate_limited: its limit is spent",
                        "foxtrot not_allowed: TLP");
        assertThat(report(enrichment, 0)).get().usingRecursiveComparison().isEqualTo(Samples.opinion());
        assertThat(report(enrichment, 1)).get().usingRecursiveComparison().isEqualTo(Samples.facts());
        assertThat(report(enrichment, 2)).isEmpty();
    }

    private static Optional<Report> report(Enrichment enrichment, int number) {
        Finding finding = enrichment.findings().get(number);
        return finding.report();
    }

    @Test
    void isAsSureAsTheOpinionsAreByTheirWeights() throws Exception {
        ObjectNode document = document();
        ArrayNode terms = ((ObjectNode) document.path("verdict")).putArray("terms");
        terms.add(term(90, 3));
        terms.add(term(50, 1));

        assertThat(read(document).enrichment().confidence()).isEqualTo(80);
    }

    @Test
    void isNotSureWithoutAnOpinion() throws Exception {
        Map<String, Outcome> outcomes = Map.of("bravo", Outcome.of(Samples.facts()));
        Enrichment enrichment = reader.read(
                        json.writeValueAsBytes(EnrichmentDocument.published(Samples.enrichment(DOMAIN, outcomes))))
                .enrichment();

        assertThat(enrichment.score()).isEmpty();
        assertThat(enrichment.confidence()).isZero();
        assertThat(enrichment.verdict()).isNotEqualTo(VerdictClass.MALICIOUS);
    }

    private ObjectNode term(int confidence, double weight) {
        return json.createObjectNode()
                .put("provider", "alpha")
                .put("score", 80)
                .put("confidence", confidence)
                .put("reliability", "B")
                .put("ageHours", 1)
                .put("weight", weight);
    }

    @Test
    void knowsWhatTheSandboxMadeUp() throws Exception {
        assertThat(reader.read(record()).sandbox()).isTrue();
    }

    @Test
    void doesNotMindASandboxThatHasSaidNothing() throws Exception {
        Map<String, Outcome> outcomes = Map.of(
                "alpha", Outcome.error(ErrorCause.UNAVAILABLE, "HTTP 502"), "bravo", Outcome.of(Samples.facts()));
        byte[] record = json.writeValueAsBytes(EnrichmentDocument.published(Samples.enrichment(DOMAIN, outcomes)));

        assertThat(reader.read(record).sandbox()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryType(IndicatorType type) throws Exception {
        ObjectNode document = document();
        ((ObjectNode) document.path("indicator")).put("type", type.id());

        assertThat(read(document).enrichment().indicator().type()).isEqualTo(type);
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryVerdict(VerdictClass verdict) throws Exception {
        ObjectNode document = document();
        ((ObjectNode) document.path("verdict")).put("class", verdict.name().toLowerCase());

        assertThat(read(document).enrichment().verdict()).isEqualTo(verdict);
    }

    @Test
    void toleratesMembersOfLaterVersions() throws Exception {
        ObjectNode document = document();
        document.put("job", "42");
        ((ObjectNode) document.path("verdict")).put("analyst", "benign");
        ((ObjectNode) document.path("reports").path(0)).put("colour", "red");

        assertThat(read(document).enrichment())
                .usingRecursiveComparison()
                .isEqualTo(reader.read(record()).enrichment());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "indicator", "tlp", "pap", "startedAt", "verdict", "reports"})
    void refusesWhatIsNotWhole(String member) throws Exception {
        ObjectNode document = document();
        document.remove(member);

        assertThatThrownBy(() -> read(document))
                .isInstanceOf(IOException.class)
                .hasMessage("it is no whole indago.enrichment.v1: a member is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};it is no indago.enrichment.v1",
                "null;it is no indago.enrichment.v1",
                "{\"schema\": \"indago.enrichment.v2\"};it is no indago.enrichment.v1",
                "[1];it is no JSON of indago.enrichment.v1",
                "<html>secret</html>;it is no JSON of indago.enrichment.v1",
                "'';it is no JSON of indago.enrichment.v1"
            })
    void refusesWhatIsNone(String record, String reason) {
        assertThatThrownBy(() -> reader.read(record.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessage(reason);
    }

    @Test
    void refusesARecordWithoutABody() {
        assertThatThrownBy(() -> reader.read(null)).isInstanceOf(IOException.class);
    }

    @Test
    void namesATypeItDoesNotKnow() throws Exception {
        ObjectNode document = document();
        ((ObjectNode) document.path("indicator")).put("type", "iban");

        assertThatThrownBy(() -> read(document))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("it is no whole indago.enrichment.v1: unknown indicator type 'iban'");
    }

    private byte[] record() throws IOException {
        return json.writeValueAsBytes(EnrichmentDocument.published(Samples.enrichment(DOMAIN)));
    }

    private ObjectNode document() throws IOException {
        return (ObjectNode) json.readTree(record());
    }

    private Told read(ObjectNode document) throws IOException {
        return reader.read(json.writeValueAsBytes(document));
    }
}
