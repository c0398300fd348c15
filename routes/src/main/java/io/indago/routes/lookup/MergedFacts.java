package io.indago.routes.lookup;

import io.indago.routes.provider.ProviderReport;
import io.indago.spi.IndicatorType;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What the hits say, the same fact from several providers once, with its sources; what most providers say comes first.
 * What has a canonical form is in it. Of names, which have none, {@link SameName} knows the equal ones, and one provider's
 * spelling is shown.
 *
 * @param asns as {@code AS64500}
 * @param related each as type, value and relation
 * @param firstSeen the earliest any provider says
 * @param lastSeen the latest any provider says
 */
public record MergedFacts(
        List<Fact> tags,
        List<Fact> malwareFamilies,
        List<Fact> actors,
        List<Fact> techniques,
        List<Fact> countries,
        List<Fact> asns,
        List<Fact> asOwners,
        List<Fact> networks,
        List<RelatedFact> related,
        Optional<Instant> firstSeen,
        Optional<Instant> lastSeen) {

    /** A fact and the ids of the providers that state it, sorted. */
    public record Fact(String value, List<String> sources) {
        private static final Comparator<Fact> ORDER = Comparator.comparing((Fact fact) -> -fact.sources.size())
                .thenComparing(Fact::value, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Fact::value);
    }

    /** A related indicator and the ids of the providers that name it, sorted. */
    public record RelatedFact(String type, String value, String relation, List<String> sources) {
        private static final Comparator<RelatedFact> ORDER = Comparator.comparing(
                        (RelatedFact fact) -> -fact.sources.size())
                .thenComparing(RelatedFact::type)
                .thenComparing(RelatedFact::value)
                .thenComparing(RelatedFact::relation);
    }

    static MergedFacts of(List<ProviderReport> reports) {
        List<Said> hits = reports.stream().flatMap(Said::of).toList();
        return new MergedFacts(
                named(hits, SameName::ofTag, Report::tags),
                named(hits, SameName::ofFamily, Report::malwareFamilies),
                named(hits, SameName::ofActor, Report::actors),
                canonical(hits, report -> report.techniques().stream()
                        .map(technique -> technique.toUpperCase(Locale.ROOT))),
                canonical(hits, report -> report.country().stream()),
                canonical(hits, report -> report.asn().stream().mapToObj(asn -> "AS" + asn)),
                named(hits, SameName::ofOwner, report -> report.asOwner().stream()
                        .toList()),
                canonical(hits, report -> report.network().stream()
                        .map(network ->
                                CanonicalValue.of(IndicatorType.CIDR, network).text())),
                related(hits),
                hits.stream().flatMap(hit -> hit.report().firstSeen().stream()).min(Comparator.naturalOrder()),
                hits.stream().flatMap(hit -> hit.report().lastSeen().stream()).max(Comparator.naturalOrder()));
    }

    private static List<Fact> named(
            List<Said> hits, UnaryOperator<String> key, Function<Report, Collection<String>> names) {
        Map<String, Spellings> facts = new HashMap<>();
        for (Said hit : hits) {
            for (String name : names.apply(hit.report())) {
                facts.computeIfAbsent(key.apply(name), unseen -> new Spellings())
                        .add(name, hit.by());
            }
        }
        return facts.values().stream()
                .map(spellings -> new Fact(spellings.shown(), spellings.sources()))
                .sorted(Fact.ORDER)
                .toList();
    }

    private static List<Fact> canonical(List<Said> hits, Function<Report, Stream<String>> values) {
        return sources(hits, values).entrySet().stream()
                .map(fact -> new Fact(fact.getKey(), List.copyOf(fact.getValue())))
                .sorted(Fact.ORDER)
                .toList();
    }

    private static List<RelatedFact> related(List<Said> hits) {
        record Key(CanonicalValue value, String relation) {
            static Key of(Related other) {
                return new Key(CanonicalValue.of(other.type(), other.value()), other.relation());
            }
        }
        return sources(hits, report -> report.related().stream().map(Key::of)).entrySet().stream()
                .map(fact -> new RelatedFact(
                        fact.getKey().value().type().id(),
                        fact.getKey().value().text(),
                        fact.getKey().relation(),
                        List.copyOf(fact.getValue())))
                .sorted(RelatedFact.ORDER)
                .toList();
    }

    private static <K> Map<K, TreeSet<String>> sources(List<Said> hits, Function<Report, Stream<K>> values) {
        Map<K, TreeSet<String>> sources = new HashMap<>();
        for (Said hit : hits) {
            values.apply(hit.report()).forEach(value -> sources.computeIfAbsent(value, unseen -> new TreeSet<>())
                    .add(hit.by().provider()));
        }
        return sources;
    }

    private record Said(ProviderReport by, Report report) {
        static Stream<Said> of(ProviderReport report) {
            return report.outcome().report().filter(Report::isHit).map(said -> new Said(report, said)).stream();
        }
    }
}
