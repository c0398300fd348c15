package io.indago.routes.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.host.Outcome;
import io.indago.routes.FakeProvider;
import io.indago.routes.Samples;
import io.indago.routes.lookup.MergedFacts.Fact;
import io.indago.routes.lookup.MergedFacts.RelatedFact;
import io.indago.routes.provider.ProviderReport;
import io.indago.spi.IndicatorType;
import io.indago.spi.Related;
import io.indago.spi.Reliability;
import io.indago.spi.Report;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for all facts, however and by whomever they are written. */
class MergedFactsPropertiesTest {

    @Property
    void theOrderOfTheReportsIsAllTheSame(@ForAll("reports") List<ProviderReport> reports, @ForAll long seed) {
        List<ProviderReport> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(MergedFacts.of(shuffled)).isEqualTo(MergedFacts.of(reports));
    }

    @Property
    void whatIsSaidTwiceIsSaidOnce(@ForAll("reports") List<ProviderReport> reports) {
        List<ProviderReport> twice =
                Stream.concat(reports.stream(), reports.stream()).toList();

        assertThat(MergedFacts.of(twice)).isEqualTo(MergedFacts.of(reports));
    }

    @Property
    void mergingWhatIsMergedChangesNothing(@ForAll("reports") List<ProviderReport> reports) {
        MergedFacts merged = MergedFacts.of(reports);
        MergedFacts again = MergedFacts.of(List.of(restated(merged)));

        assertThat(values(again.tags())).containsExactlyInAnyOrderElementsOf(values(merged.tags()));
        assertThat(values(again.malwareFamilies()))
                .containsExactlyInAnyOrderElementsOf(values(merged.malwareFamilies()));
        assertThat(values(again.actors())).containsExactlyInAnyOrderElementsOf(values(merged.actors()));
        assertThat(again.related())
                .extracting(RelatedFact::type, RelatedFact::value, RelatedFact::relation)
                .containsExactlyInAnyOrderElementsOf(merged.related().stream()
                        .map(fact -> tuple(fact.type(), fact.value(), fact.relation()))
                        .toList());
    }

    @Property
    void whateverAProviderSaysHasItAmongTheSourcesOfOneFact(@ForAll("reports") List<ProviderReport> reports) {
        MergedFacts merged = MergedFacts.of(reports);
        for (ProviderReport report : reports) {
            for (String family : report.outcome().report().orElseThrow().malwareFamilies()) {
                assertThat(merged.malwareFamilies())
                        .filteredOn(fact -> SameName.ofFamily(fact.value()).equals(SameName.ofFamily(family)))
                        .singleElement()
                        .satisfies(fact -> assertThat(fact.sources()).contains(report.provider()));
            }
        }
    }

    @Provide
    Arbitrary<List<ProviderReport>> reports() {
        Arbitrary<String> names = Combinators.combine(
                        Arbitraries.of("redline", "stealer", "apt", "28", "3", "0", "emotet"),
                        Arbitraries.of("", " ", "-", "_", "."),
                        Arbitraries.of("stealer", "28", "0", "X", ""),
                        Arbitraries.of("", "win.", "elf.", "Win.Trojan."))
                .as((first, between, last, platform) -> platform + first + between + last)
                .flatMap(name -> Arbitraries.of(name, name.toUpperCase(Locale.ROOT)));
        Arbitrary<Related> related = Arbitraries.of(
                Related.of(IndicatorType.FQDN, "Example.com", "name"),
                Related.of(IndicatorType.DOMAIN, "example.com", "name"),
                Related.of(IndicatorType.FQDN, "www.example.com", "name"),
                Related.of(IndicatorType.IPV6, "2001:DB8:0::9", "resolves-to"),
                Related.of(IndicatorType.IPV6, "2001:db8::9", "resolves-to"),
                Related.of(IndicatorType.SHA1, "A".repeat(40), "same-file"),
                Related.of(IndicatorType.SHA1, "a".repeat(40), "contained-in"));
        Arbitrary<Report> report = Combinators.combine(
                        names.list().ofMaxSize(4),
                        names.list().ofMaxSize(4),
                        names.list().ofMaxSize(3),
                        related.list().ofMaxSize(4))
                .as((tags, families, actors, others) -> {
                    Report.Builder said = Report.hit("a hit")
                            .tags(tags)
                            .malwareFamilies(families)
                            .actors(actors);
                    others.forEach(said::related);
                    return said.build();
                });
        Arbitrary<List<Reliability>> reliabilities =
                Arbitraries.of(Reliability.class).list().ofSize(5);
        return Combinators.combine(report.list().ofMaxSize(5), reliabilities)
                .as((said, reliable) -> IntStream.range(0, said.size())
                        .mapToObj(i -> report("provider-" + i, reliable.get(i), said.get(i)))
                        .toList());
    }

    private static ProviderReport restated(MergedFacts facts) {
        Report.Builder said = Report.hit("all of it")
                .tags(values(facts.tags()))
                .malwareFamilies(values(facts.malwareFamilies()))
                .actors(values(facts.actors()));
        facts.related()
                .forEach(fact ->
                        said.related(Related.of(IndicatorType.ofId(fact.type()), fact.value(), fact.relation())));
        return report("again", Reliability.A, said.build());
    }

    private static List<String> values(List<Fact> facts) {
        return facts.stream().map(Fact::value).toList();
    }

    private static ProviderReport report(String provider, Reliability reliability, Report said) {
        return ProviderReport.asked(
                Samples.specBuilder(provider)
                        .reliability(reliability, "a sample")
                        .build(),
                false,
                false,
                FakeProvider.result(Outcome.of(said)),
                Samples.NOW);
    }
}
