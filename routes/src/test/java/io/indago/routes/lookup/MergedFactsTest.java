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
import io.indago.spi.ProviderSpec;
import io.indago.spi.Related;
import io.indago.spi.Reliability;
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
                hit("zeta", Report.hit("z").tags(List.of("abused", "scanner"))),
                hit("alpha", Report.hit("a").tags(List.of("Scanner")))));

        assertThat(facts.tags())
                .as("what most say comes first")
                .containsExactly(new Fact("Scanner", List.of("alpha", "zeta")), new Fact("abused", List.of("zeta")));
    }

    @Test
    void namesAreShownAsMostProvidersWriteThem() {
        MergedFacts facts = MergedFacts.of(List.of(
                hit("alpha", Report.hit("a").malwareFamilies(List.of("win.redline_stealer"))),
                hit("beta", Report.hit("b").malwareFamilies(List.of("RedLineStealer"))),
                hit("gamma", Report.hit("c").malwareFamilies(List.of("RedLineStealer", "RedLine Stealer")))));

        assertThat(facts.malwareFamilies())
                .containsExactly(new Fact("RedLineStealer", List.of("alpha", "beta", "gamma")));
    }

    @Test
    void amongAsManyTheMostReliableProvidersSpellingIsShown() {
        MergedFacts facts = MergedFacts.of(List.of(
                hit("alpha", Reliability.C, Report.hit("a").actors(List.of("APT28"))),
                hit("beta", Reliability.A, Report.hit("b").actors(List.of("Apt 28"))),
                hit("gamma", Reliability.B, Report.hit("c").actors(List.of("APT-28")))));

        assertThat(facts.actors()).containsExactly(new Fact("Apt 28", List.of("alpha", "beta", "gamma")));
    }

    @Test
    void whatHasACanonicalFormIsInIt() {
        MergedFacts facts = MergedFacts.of(List.of(
                hit("alpha", Report.hit("a").network("2001:DB8:0:0::/32").techniques(List.of("t1566.001"))),
                hit("beta", Report.hit("b").network("2001:db8::1/32").techniques(List.of("T1566.001")))));

        List<String> both = List.of("alpha", "beta");
        assertThat(facts.networks()).containsExactly(new Fact("2001:db8::/32", both));
        assertThat(facts.techniques()).containsExactly(new Fact("T1566.001", both));
    }

    @Test
    void ownersMergeOnlyWhenTheyAreWrittenAlike() {
        MergedFacts facts = MergedFacts.of(List.of(
                hit("alpha", Report.hit("a").asOwner("Example Hosting")),
                hit("beta", Report.hit("b").asOwner("EXAMPLE  HOSTING")),
                hit("gamma", Report.hit("c").asOwner("Example Hosting Ltd"))));

        assertThat(facts.asOwners())
                .extracting(Fact::sources)
                .containsExactly(List.of("alpha", "beta"), List.of("gamma"));
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
    void relatedIndicatorsWrittenDifferentlyAreTheSame() {
        MergedFacts facts = MergedFacts.of(List.of(
                hit(
                        "alpha",
                        Report.hit("a")
                                .related(Related.of(IndicatorType.FQDN, "EXAMPLE.com", "name"))
                                .related(Related.of(IndicatorType.IPV6, "2001:DB8:0::9", "resolves-to"))
                                .related(Related.of(IndicatorType.MD5, "A".repeat(32), "same-file"))
                                .related(Related.of(IndicatorType.URL, "http://Example.com:80/A", "hosts"))),
                hit(
                        "beta",
                        Report.hit("b")
                                .related(Related.of(IndicatorType.DOMAIN, "example.com", "name"))
                                .related(Related.of(IndicatorType.IPV6, "2001:db8::9", "resolves-to"))
                                .related(Related.of(IndicatorType.MD5, "a".repeat(32), "same-file"))
                                .related(Related.of(IndicatorType.URL, "http://example.com/A", "hosts")))));

        List<String> both = List.of("alpha", "beta");
        assertThat(facts.related())
                .containsExactly(
                        new RelatedFact("domain", "example.com", "name", both),
                        new RelatedFact("ipv6", "2001:db8::9", "resolves-to", both),
                        new RelatedFact("md5", "a".repeat(32), "same-file", both),
                        new RelatedFact("url", "http://example.com/A", "hosts", both));
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
        return hit(provider, Reliability.B, said);
    }

    private static ProviderReport hit(String provider, Reliability reliability, Report.Builder said) {
        return report(
                Samples.specBuilder(provider)
                        .reliability(reliability, "a sample")
                        .build(),
                Outcome.of(said.build()));
    }

    private static ProviderReport report(String provider, Outcome outcome) {
        return report(Samples.spec(provider), outcome);
    }

    private static ProviderReport report(ProviderSpec provider, Outcome outcome) {
        return ProviderReport.asked(provider, false, false, FakeProvider.result(outcome), Samples.NOW);
    }
}
