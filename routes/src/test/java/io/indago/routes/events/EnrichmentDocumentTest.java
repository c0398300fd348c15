package io.indago.routes.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.indago.host.ErrorCause;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.routes.Golden;
import io.indago.routes.Samples;
import io.indago.routes.Schema;
import io.indago.routes.lookup.Enricher;
import io.indago.routes.lookup.Enrichment;
import io.indago.routes.lookup.LookupPlan;
import io.indago.routes.lookup.ReportSet;
import io.indago.routes.lookup.VerdictPolicy;
import io.indago.spi.IndicatorType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The enrichment as callers and other systems read it. */
class EnrichmentDocumentTest {
    private static final Schema SCHEMA = Schema.published("enrichment.v1.json");
    private static final String URL = "hxxps://alice:h4nter2@bücher.example[.]com/a?q=1&token=h4nter2";

    private final ObjectMapper json = JsonMapping.mapper();

    @Test
    void theSchemaDescribesEveryMember() {
        SCHEMA.assertEveryMemberIsDescribed();
    }

    @Test
    void whatIsPublishedIsWhatWasAgreed() throws Exception {
        JsonNode document = written(EnrichmentDocument.published(Samples.enrichment(URL)));

        Golden.assertSame("enrichment-published.json", document, json);
        SCHEMA.assertDescribes(document);
    }

    @Test
    void theCallerGetsTheSameAndWhatHeSent() throws Exception {
        ObjectNode answer = (ObjectNode) written(answering(Samples.enrichment(URL)));
        SCHEMA.assertDescribes(answer);

        assertThat(answer.at("/indicator/original").asText()).isEqualTo(URL);
        ((ObjectNode) answer.path("indicator")).remove("original");
        assertThat(answer).isEqualTo(written(EnrichmentDocument.published(Samples.enrichment(URL))));
    }

    @Test
    void whatIsWrittenOnceForBothIsWhatEachWouldBeAlone() throws Exception {
        Enrichment enrichment = Samples.enrichment(URL);

        WrittenEnrichment written = new WrittenEnrichment.Writer(json).write(enrichment);

        assertThat(new String(written.answer(), UTF_8)).isEqualTo(json.writeValueAsString(answering(enrichment)));
        assertThat(new String(written.record(), UTF_8))
                .isEqualTo(json.writeValueAsString(EnrichmentDocument.published(enrichment)));
    }

    @Test
    void nothingPublishedHoldsACredential() throws Exception {
        assertThat(json.writeValueAsString(EnrichmentDocument.published(Samples.enrichment(URL))))
                .doesNotContain("h4nter2", "alice", "original");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.114.9",
                "8.8.8.8",
                "10.0.0.1",
                "2001:db8::1",
                "203.0.114.9/24",
                "10.0.0.0/8",
                "Jane.Doe@bücher.de",
                "cve-2021-44228",
                "AS1.10",
                "example.com",
                "mail.example.com",
                "http://10.0.0.1/",
                "44d88612fea8a8f36de82e1278abb02f"
            })
    void everyIndicatorMakesAValidDocument(String text) throws Exception {
        SCHEMA.assertDescribes(written(answering(Samples.enrichment(text))));
    }

    @Test
    void anEmptyEnrichmentIsValidToo() throws Exception {
        LookupPlan plan = new LookupPlan(Samples.request(Samples.ADDRESS), List.of(), List.of());
        Enrichment nothing = new Enricher(VerdictPolicy.standard()).enrich(plan, new ReportSet(Map.of()));
        JsonNode document = written(answering(nothing));

        SCHEMA.assertDescribes(document);
        assertThat(document.path("verdict").has("score")).isFalse();
        assertThat(document.at("/verdict/class").asText()).isEqualTo("unknown");
    }

    @Test
    void everyStatusAndErrorIsInTheSchema() throws Exception {
        for (Status status : Status.values()) {
            if (status != Status.HIT && status != Status.ERROR) {
                SCHEMA.assertDescribes(documentOf(Outcome.without(status, "because")));
            }
        }
        for (ErrorCause cause : ErrorCause.values()) {
            SCHEMA.assertDescribes(documentOf(Outcome.error(cause, "because")));
        }
    }

    @Test
    void everyTypeIsInTheSchema() throws Exception {
        for (IndicatorType type : IndicatorType.values()) {
            ObjectNode document = (ObjectNode) written(answering(Samples.enrichment(URL)));
            ((ObjectNode) document.path("indicator")).put("type", type.id());
            SCHEMA.assertAllows(document);
        }
    }

    @Test
    void aDocumentIsReadAsItWasWritten() throws Exception {
        EnrichmentDocument document = answering(Samples.enrichment(URL));

        assertThat(json.readValue(json.writeValueAsBytes(document), EnrichmentDocument.class))
                .isEqualTo(document);
    }

    @Test
    void membersOfLaterVersionsAreTolerated() throws Exception {
        ObjectNode document = (ObjectNode) written(EnrichmentDocument.published(Samples.enrichment(URL)));
        document.put("job", "42");
        ((ObjectNode) document.path("verdict")).put("analyst", "benign");

        SCHEMA.assertAllows(document);
        assertThat(json.treeToValue(document, EnrichmentDocument.class))
                .isEqualTo(EnrichmentDocument.published(Samples.enrichment(URL)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema", "id", "indicator", "tlp", "verdict", "facts", "reports"})
    void aDocumentWithoutWhatItNeedsIsRefused(String member) throws Exception {
        ObjectNode document = (ObjectNode) written(EnrichmentDocument.published(Samples.enrichment(URL)));
        document.remove(member);

        SCHEMA.assertRefuses(document);
    }

    private JsonNode documentOf(Outcome outcome) throws Exception {
        return written(answering(Samples.enrichment(Samples.ADDRESS, Map.of("alpha", outcome))));
    }

    private static EnrichmentDocument answering(Enrichment enrichment) {
        return EnrichmentDocument.published(enrichment)
                .withOriginal(enrichment.indicator().original());
    }

    private JsonNode written(EnrichmentDocument document) throws Exception {
        return json.readTree(json.writeValueAsBytes(document));
    }
}
