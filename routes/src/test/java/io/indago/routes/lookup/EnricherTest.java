package io.indago.routes.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.ErrorCause;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.routes.FakeProvider;
import io.indago.routes.Samples;
import io.indago.routes.events.EnrichmentDocument;
import io.indago.routes.events.EnrichmentDocument.TermPart;
import io.indago.routes.events.JsonMapping;
import io.indago.routes.lookup.LookupPlan.PlannedProvider;
import io.indago.routes.provider.ProviderReport;
import io.indago.spi.IndicatorType;
import io.indago.spi.Pap;
import io.indago.spi.Reliability;
import io.indago.spi.Report;
import io.indago.spi.Tlp;
import io.indago.spi.VerdictClass;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EnricherTest {
    private static final VerdictPolicy POLICY = VerdictPolicy.standard();

    private final Enricher enricher = new Enricher(POLICY);

    @Test
    void thereIsExactlyOneReportPerProviderSortedById() {
        ProviderReport refused = ProviderReport.refused(
                Samples.spec("bravo"), false, Outcome.without(Status.NOT_ALLOWED, "TLP"), Samples.NOW);
        LookupPlan plan = new LookupPlan(
                Samples.request(Samples.ADDRESS), planned("charlie", "alpha", "delta"), List.of(refused));

        Enrichment enrichment = enricher.enrich(
                plan, returned(scored("delta", 80), scored("alpha", 90), scored("alpha", 0), scored("stranger", 0)));

        assertThat(enrichment.reports())
                .extracting(ProviderReport::provider)
                .containsExactly("alpha", "bravo", "charlie", "delta");
        assertThat(enrichment.reports().get(0).outcome().reason()).isEqualTo("score 90");
        assertThat(enrichment.reports().get(1)).isSameAs(refused);
    }

    @Test
    void aReportThatIsMissingBeforeTheDeadlineIsOurFault() {
        assertThat(enricher.enrich(plan("alpha"), ReportSet.EMPTY).reports())
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.outcome().status()).isEqualTo(Status.ERROR);
                    assertThat(report.outcome().errorCause()).hasValue(ErrorCause.INTERNAL);
                });
    }

    @Test
    void aReportThatIsMissingAtTheDeadlineIsATimeout() {
        LookupRequest request = new LookupRequest(
                Samples.ID,
                Samples.CALLER,
                Samples.parsed(Samples.ADDRESS),
                Tlp.AMBER,
                Pap.AMBER,
                Samples.begun(Duration.ofSeconds(10)),
                Duration.ofSeconds(10),
                false);
        LookupPlan plan = new LookupPlan(request, List.of(new PlannedProvider(Samples.spec("alpha"), true)), List.of());

        assertThat(enricher.enrich(plan, ReportSet.EMPTY).reports())
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.outcome().status()).isEqualTo(Status.TIMEOUT);
                    assertThat(report.outcome().reason()).isNotBlank();
                    assertThat(report.asked()).isTrue();
                    assertThat(report.sandbox()).isTrue();
                    assertThat(report.took()).isEqualTo(Duration.ofSeconds(10));
                });
    }

    @Test
    void onlyAHitOrNoDataCountsAsAnAnswer() {
        LookupPlan plan = new LookupPlan(
                Samples.request(Samples.ADDRESS),
                planned("alpha", "bravo", "charlie", "delta"),
                List.of(ProviderReport.refused(
                        Samples.spec("echo"), false, Outcome.without(Status.SKIPPED, "no key"), Samples.NOW)));

        Enrichment enrichment = enricher.enrich(
                plan,
                returned(
                        scored("alpha", 80),
                        reported("bravo", Outcome.of(Report.noData("unknown to it"))),
                        reported("charlie", Outcome.error(ErrorCause.UNAVAILABLE, "down"))));

        assertThat(enrichment.asked()).isEqualTo(4);
        assertThat(enrichment.answered()).isEqualTo(2);
    }

    @Test
    void withoutProvidersTheVerdictIsUnknown() {
        Enrichment enrichment = enricher.enrich(
                new LookupPlan(Samples.request(Samples.ADDRESS), List.of(), List.of()), ReportSet.EMPTY);

        assertThat(enrichment.verdict().verdict()).isEqualTo(VerdictClass.UNKNOWN);
        assertThat(enrichment.reports()).isEmpty();
        assertThat(enrichment.asked()).isZero();
        assertThat(enrichment.took()).isEqualTo(Duration.ZERO);
    }

    @Test
    void factsWithoutAnOpinionDoNotMoveTheVerdict() {
        Outcome facts = Outcome.of(Report.hit("in Germany").country("DE").build());
        Enrichment enrichment = enricher.enrich(plan("alpha"), returned(reported("alpha", facts)));

        assertThat(enrichment.verdict().terms()).isEmpty();
        assertThat(enrichment.facts().countries()).hasSize(1);
    }

    @Test
    void anOpinionIsAsOldAsWhatTheProviderSawLast() {
        Report seen = Report.hit("seen")
                .opinion(80, 100)
                .lastSeen(Samples.NOW.minus(Duration.ofDays(30)))
                .build();
        Report seenTomorrow = Report.hit("seen")
                .opinion(80, 100)
                .lastSeen(Samples.NOW.plus(Duration.ofDays(1)))
                .build();
        Enrichment enrichment = enricher.enrich(
                plan("alpha", "bravo"),
                returned(reported("alpha", Outcome.of(seen)), reported("bravo", Outcome.of(seenTomorrow))));

        assertThat(enrichment.verdict().terms())
                .extracting(term -> term.opinion().ageHours())
                .containsExactly(720L, 0L);
    }

    @Test
    void aPublicResolverIsAtMostSuspicious() {
        LookupPlan plan = new LookupPlan(Samples.request("8.8.8.8"), planned("alpha"), List.of());
        Enrichment enrichment = enricher.enrich(plan, returned(scored("alpha", 100)));

        assertThat(enrichment.verdict().verdict()).isEqualTo(VerdictClass.SUSPICIOUS);
        assertThat(enrichment.verdict().why()).anyMatch(why -> why.startsWith("override allow-list: 8.8.8.8"));
    }

    @Test
    void theVerdictIsComputedAgainFromTheStoredDocument() throws Exception {
        ObjectMapper json = JsonMapping.mapper();
        Enrichment enrichment = enricher.enrich(
                plan("alpha", "bravo", "charlie"),
                returned(scored("alpha", 13), scored("bravo", 64), scored("charlie", 91)));

        EnrichmentDocument stored = json.readValue(
                json.writeValueAsBytes(EnrichmentDocument.published(enrichment)), EnrichmentDocument.class);
        Verdict again = Verdict.of(
                stored.verdict().terms().stream().map(EnricherTest::opinion).toList(),
                IndicatorType.ofId(stored.indicator().type()),
                Optional.empty(),
                POLICY);

        assertThat(again).isEqualTo(enrichment.verdict());
        assertThat(stored.verdict().why()).isEqualTo(again.why());
    }

    private static Opinion opinion(TermPart term) {
        return new Opinion(
                term.provider(),
                term.score(),
                term.confidence(),
                Reliability.valueOf(term.reliability()),
                term.ageHours());
    }

    private static LookupPlan plan(String... ids) {
        return new LookupPlan(Samples.request(Samples.ADDRESS), planned(ids), List.of());
    }

    private static List<PlannedProvider> planned(String... ids) {
        return Stream.of(ids)
                .map(id -> new PlannedProvider(Samples.spec(id), false))
                .toList();
    }

    private static ReportSet returned(ProviderReport... reports) {
        ReportSet set = ReportSet.EMPTY;
        for (ProviderReport report : reports) {
            set = set.plus(report);
        }
        return set;
    }

    private static ProviderReport scored(String id, int score) {
        return reported(
                id, Outcome.of(Report.hit("score " + score).opinion(score, 77).build()));
    }

    private static ProviderReport reported(String id, Outcome outcome) {
        return ProviderReport.asked(Samples.spec(id), false, false, FakeProvider.result(outcome), Samples.NOW);
    }
}
