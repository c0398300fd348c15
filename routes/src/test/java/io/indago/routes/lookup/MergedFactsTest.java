package io.indago.routes.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.routes.FakeProvider;
import io.indago.routes.Samples;
import io.indago.routes.lookup.MergedFacts.Fact;
import io.indago.routes.lookup.MergedFacts.RelatedFact;
import io.indago.routes.provider.ProviderReport;
import io.indago.spi.IndicatorType;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergedFactsTest {
    private static final Instant EARLY = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void theSameFactOfSeveralProvidersIsThereOnceWithItsSources() {
        MergedFacts facts = MergedFacts.of(List.of(
                hit("zeta", Report.hit("z").tags(List.of("tor", "scanner"))),
                hit("alpha", Report.hit("a").tags(List.of("scanner")))));

        assertThat(facts.tags())
                .containsExactly(new Fact("tor", List.of("zeta")), new Fact("scanner", List.of("alpha", "zeta")));
    }

    @Test
    void everyKindOfFactIsMerged() {
        MergedFacts facts = MergedFacts.of(List.of(hit(
                "alpha",
                Report.hit("a")
                        .malwareFamilies(List.of("emotet"))
                        .actors(List.of("APT28"))
                        .techniques(List.of("T1566.001"))
                        .country("de")
                        .asn(64500)
                        .asOwner("Example AS")
                        .network("203.0.114.0/24"))));

        List<String> source = List.of("alpha");
        assertThat(facts.malwareFamilies()).containsExactly(new Fact("emotet", source));
        assertThat(facts.actors()).containsExactly(new Fact("APT28", source));
        assertThat(facts.techniques()).containsExactly(new Fact("T1566.001", source));
        assertThat(facts.countries()).containsExactly(new Fact("DE", source));
        assertThat(facts.asns()).containsExactly(new Fact("AS64500", source));
        assertThat(facts.asOwners()).containsExactly(new Fact("Example AS", source));
        assertThat(facts.networks()).containsExactly(new Fact("203.0.114.0/24", source));
    }

    @Test
    void contradictionsAreAllKept() {
        MergedFacts facts = MergedFacts.of(List.of(
                hit("alpha", Report.hit("a").country("DE")),
                hit("beta", Report.hit("b").country("NL"))));

        assertThat(facts.countries())
                .containsExactly(new Fact("DE", List.of("alpha")), new Fact("NL", List.of("beta")));
    }

    @Test
    void relatedIndicatorsAreTheSameWhenTypeValueAndRelationAre() {
        Related resolves = Related.of(IndicatorType.DOMAIN, "example.com", "resolves-to");
        Related hosts = Related.of(IndicatorType.DOMAIN, "example.com", "hosts");
        MergedFacts facts = MergedFacts.of(List.of(
                hit("alpha", Report.hit("a").related(resolves)),
                hit("beta", Report.hit("b").related(hosts).related(resolves))));

        assertThat(facts.related())
                .containsExactly(
                        new RelatedFact("domain", "example.com", "resolves-to", List.of("alpha", "beta")),
                        new RelatedFact("domain", "example.com", "hosts", List.of("beta")));
    }

    @Test
    void seenIsTheWidestSpanAnyProviderStates() {
        MergedFacts facts = MergedFacts.of(List.of(
                hit("alpha", Report.hit("a").firstSeen(LATE).lastSeen(LATE)),
                hit("beta", Report.hit("b").firstSeen(EARLY).lastSeen(EARLY)),
                hit("gamma", Report.hit("c"))));

        assertThat(facts.firstSeen()).contains(EARLY);
        assertThat(facts.lastSeen()).contains(LATE);
    }

    @Test
    void onlyHitsStateFacts() {
        Outcome noData = Outcome.of(Report.noData("never seen"));
        Outcome late = Outcome.without(Status.TIMEOUT, "late");
        MergedFacts facts = MergedFacts.of(List.of(report("alpha", noData), report("beta", late)));

        assertThat(facts).isEqualTo(MergedFacts.of(List.of()));
        assertThat(facts.firstSeen()).isEmpty();
        assertThat(facts.lastSeen()).isEmpty();
        assertThat(facts.tags()).isEmpty();
    }

    private static ProviderReport hit(String provider, Report.Builder said) {
        return report(provider, Outcome.of(said.build()));
    }

    private static ProviderReport report(String provider, Outcome outcome) {
        return ProviderReport.asked(Samples.spec(provider), false, false, FakeProvider.result(outcome), Samples.NOW);
    }
}
