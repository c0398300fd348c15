package io.indago.routes.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.events.EnrichmentDocument;
import io.indago.routes.events.EnrichmentDocument.ReportPart;
import io.indago.routes.events.EnrichmentDocument.TermPart;
import io.indago.spi.Enrichment;
import io.indago.spi.Finding;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Pap;
import io.indago.spi.Tlp;
import io.indago.spi.VerdictClass;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Reads records of the stream of enrichments as connectors are told them. */
final class EnrichmentReader {
    private final ObjectMapper json;

    EnrichmentReader(ObjectMapper json) {
        this.json = json;
    }

    /**
     * What a record says.
     *
     * @param sandbox whether any of its findings comes from the sandbox
     */
    record Told(Enrichment enrichment, boolean sandbox) {}

    /** @throws IOException when it is no enrichment of this version, with what is wrong with it */
    Told read(byte[] record) throws IOException {
        try {
            EnrichmentDocument document = json.readValue(record, EnrichmentDocument.class);
            if (document == null || !EnrichmentDocument.SCHEMA.equals(document.schema())) {
                throw new IOException("it is no " + EnrichmentDocument.SCHEMA);
            }
            return new Told(
                    enrichment(document),
                    document.reports().stream()
                            .anyMatch(report ->
                                    report.sandbox() && report.findings().isPresent()));
        } catch (JsonProcessingException unreadable) {
            throw new IOException("it is no JSON of " + EnrichmentDocument.SCHEMA, unreadable);
        } catch (NullPointerException missing) {
            throw new IOException("it is no whole " + EnrichmentDocument.SCHEMA + ": a member is missing", missing);
        } catch (IllegalArgumentException unknown) {
            throw new IOException("it is no whole " + EnrichmentDocument.SCHEMA + ": " + unknown.getMessage(), unknown);
        }
    }

    private static Enrichment enrichment(EnrichmentDocument document) {
        Enrichment.Builder enrichment = Enrichment.builder(
                        document.id(),
                        Indicator.of(
                                IndicatorType.ofId(document.indicator().type()),
                                document.indicator().value()),
                        document.startedAt().plusMillis(document.tookMs()))
                .verdict(VerdictClass.valueOf(document.verdict().verdict().toUpperCase(Locale.ROOT)))
                .why(document.verdict().why())
                .marking(Tlp.ofLabel(document.tlp()), Pap.ofLabel(document.pap()));
        document.verdict()
                .score()
                .ifPresent(score ->
                        enrichment.score(score, confidence(document.verdict().terms())));
        document.reports().forEach(report -> enrichment.finding(finding(report)));
        return enrichment.build();
    }

    /** As sure as the opinions it is made of, each by its weight. */
    private static int confidence(List<TermPart> terms) {
        double weights = terms.stream().mapToDouble(TermPart::weight).sum();
        double sum = terms.stream()
                .mapToDouble(term -> term.weight() * term.confidence())
                .sum();
        return weights == 0 ? 0 : (int) Math.round(sum / weights);
    }

    private static Finding finding(ReportPart report) {
        return report.findings()
                .map(findings -> Finding.hit(report.provider(), findings.report(report.reason())))
                .orElseGet(() -> Finding.without(report.provider(), report.status(), report.reason()));
    }
}
