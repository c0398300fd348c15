package io.indago.routes.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.indago.host.Outcome;
import io.indago.indicator.Defang;
import io.indago.indicator.ParsedIndicator;
import io.indago.routes.lookup.Enrichment;
import io.indago.routes.lookup.MergedFacts;
import io.indago.routes.lookup.Opinion;
import io.indago.routes.provider.ProviderReport;
import io.indago.spi.Evidence;
import io.indago.spi.IndicatorType;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An enrichment as the API answers it and the topic carries it. The schema is {@code docs/schemas/enrichment.v1.json};
 * within the version, members are only ever added.
 */
public record EnrichmentDocument(
        String schema,
        String id,
        IndicatorPart indicator,
        String tlp,
        String pap,
        Instant startedAt,
        long deadlineMs,
        long tookMs,
        VerdictPart verdict,
        MergedFacts facts,
        List<ReportPart> reports) {
    public static final String SCHEMA = "indago.enrichment.v1";

    /** The document for everybody else: nothing in it that providers may not see. */
    public static EnrichmentDocument published(Enrichment enrichment) {
        return new EnrichmentDocument(
                SCHEMA,
                enrichment.request().id().toString(),
                IndicatorPart.of(enrichment.indicator()),
                enrichment.request().tlp().label(),
                enrichment.request().pap().name(),
                enrichment.request().startedAt(),
                enrichment.request().patience().toMillis(),
                enrichment.took().toMillis(),
                VerdictPart.of(enrichment),
                enrichment.facts(),
                enrichment.reports().stream().map(ReportPart::of).toList());
    }

    /** The document for the caller, with what he sent. */
    EnrichmentDocument withOriginal(String original) {
        return new EnrichmentDocument(
                schema,
                id,
                indicator.withOriginal(original),
                tlp,
                pap,
                startedAt,
                deadlineMs,
                tookMs,
                verdict,
                facts,
                reports);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * What was asked about.
     *
     * @param value canonical, as providers saw it: a URL without its credentials
     * @param original what the caller sent
     * @param display the value with Unicode labels instead of A-labels
     * @param defanged safe to show and to paste
     * @param candidates the types it might be, the chosen first
     * @param reserved why it is never sent to an external provider; absent when it may be
     */
    public record IndicatorPart(
            String type,
            String value,
            Optional<String> original,
            String display,
            String defanged,
            List<String> candidates,
            Optional<String> reserved,
            List<ParsedIndicator.Warning> warnings,
            List<RelatedPart> related) {
        public static IndicatorPart of(ParsedIndicator parsed) {
            return new IndicatorPart(
                    parsed.type().id(),
                    parsed.lookupValue(),
                    Optional.empty(),
                    parsed.display(),
                    Defang.defang(parsed.type(), parsed.lookupValue()),
                    parsed.candidates(),
                    parsed.reserved(),
                    parsed.warnings(),
                    parsed.related().stream()
                            .map(other -> new RelatedPart(other.type().id(), other.value(), other.relation()))
                            .toList());
        }

        public IndicatorPart withOriginal(String original) {
            return new IndicatorPart(
                    type, value, Optional.of(original), display, defanged, candidates, reserved, warnings, related);
        }
    }

    /** Another indicator connected with this one. */
    public record RelatedPart(String type, String value, String relation) {}

    /** The verdict with everything it was made of. */
    public record VerdictPart(
            @JsonProperty("class") String verdict,
            Optional<Integer> score,
            Coverage coverage,
            List<String> why,
            List<TermPart> terms,
            String policyVersion) {
        static VerdictPart of(Enrichment enrichment) {
            return new VerdictPart(
                    lower(enrichment.verdict().verdict()),
                    enrichment.verdict().score().stream().boxed().findFirst(),
                    new Coverage(enrichment.answered(), enrichment.asked()),
                    enrichment.verdict().why(),
                    enrichment.verdict().terms().stream()
                            .map(term -> TermPart.of(term.opinion(), term.weight()))
                            .toList(),
                    enrichment.verdict().policyVersion());
        }
    }

    /** How many providers were asked, and how many of them answered with a hit or no data. */
    public record Coverage(long answered, long asked) {}

    /** One weighed opinion. */
    public record TermPart(
            String provider, int score, int confidence, String reliability, long ageHours, double weight) {
        static TermPart of(Opinion opinion, double weight) {
            return new TermPart(
                    opinion.provider(),
                    opinion.score(),
                    opinion.confidence(),
                    opinion.reliability().name(),
                    opinion.ageHours(),
                    weight);
        }
    }

    /**
     * What one provider said, or why it said nothing.
     *
     * @param reason the finding of a hit, otherwise why there is none
     * @param error the kind of an error
     * @param findings what a hit says; absent otherwise
     */
    public record ReportPart(
            String provider,
            String title,
            String status,
            String reason,
            Optional<String> error,
            Optional<Long> retryAfterSeconds,
            boolean asked,
            String origin,
            boolean sandbox,
            Instant fetchedAt,
            long tookMs,
            int calls,
            long bytes,
            String reliability,
            Optional<FindingsPart> findings) {
        static ReportPart of(ProviderReport report) {
            Outcome outcome = report.outcome();
            return new ReportPart(
                    report.provider(),
                    report.title(),
                    outcome.status().id(),
                    outcome.reason(),
                    outcome.errorCause().map(cause -> cause.id()),
                    outcome.retryAfter().map(wait -> wait.toSeconds()),
                    report.asked(),
                    report.origin().id(),
                    report.sandbox(),
                    report.fetchedAt(),
                    report.took().toMillis(),
                    report.calls(),
                    report.bytes(),
                    report.reliability().name(),
                    outcome.report().map(FindingsPart::of));
        }
    }

    /**
     * What a hit says.
     *
     * @param score absent when the provider has facts but no opinion
     */
    public record FindingsPart(
            String verdict,
            Optional<Integer> score,
            Optional<Integer> confidence,
            List<EvidencePart> evidence,
            List<String> tags,
            List<String> malwareFamilies,
            List<String> actors,
            List<String> techniques,
            Optional<String> country,
            Optional<Long> asn,
            Optional<String> asOwner,
            Optional<String> network,
            List<RelatedPart> related,
            List<URI> references,
            Optional<Instant> firstSeen,
            Optional<Instant> lastSeen) {
        public static FindingsPart of(Report report) {
            Optional<Integer> score = report.score().stream().boxed().findFirst();
            return new FindingsPart(
                    lower(report.verdict()),
                    score,
                    score.map(present -> report.confidence()),
                    report.evidence().stream().map(EvidencePart::of).toList(),
                    report.tags(),
                    report.malwareFamilies(),
                    report.actors(),
                    report.techniques(),
                    report.country(),
                    report.asn().stream().boxed().findFirst(),
                    report.asOwner(),
                    report.network(),
                    report.related().stream()
                            .map(other -> new RelatedPart(other.type().id(), other.value(), other.relation()))
                            .toList(),
                    report.references(),
                    report.firstSeen(),
                    report.lastSeen());
        }

        /** The report it was made of. */
        public Report report(String summary) {
            Report.Builder report = Report.hit(summary)
                    .tags(tags)
                    .malwareFamilies(malwareFamilies)
                    .actors(actors)
                    .techniques(techniques);
            score.ifPresent(score -> report.opinion(score, confidence.orElse(0)));
            evidence.forEach(piece -> {
                Evidence evidence = Evidence.of(piece.code(), piece.text());
                Evidence valued = piece.value().map(evidence::value).orElse(evidence);
                report.evidence(piece.observedAt().map(valued::observedAt).orElse(valued));
            });
            country.ifPresent(report::country);
            asn.ifPresent(report::asn);
            asOwner.ifPresent(report::asOwner);
            network.ifPresent(report::network);
            related.forEach(other ->
                    report.related(Related.of(IndicatorType.ofId(other.type()), other.value(), other.relation())));
            references.forEach(report::reference);
            firstSeen.ifPresent(report::firstSeen);
            lastSeen.ifPresent(report::lastSeen);
            return report.build();
        }
    }

    /** One piece of evidence. */
    public record EvidencePart(String code, String text, Optional<String> value, Optional<Instant> observedAt) {
        static EvidencePart of(Evidence evidence) {
            return new EvidencePart(evidence.code(), evidence.text(), evidence.value(), evidence.observedAt());
        }
    }
}
