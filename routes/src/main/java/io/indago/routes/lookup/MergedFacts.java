package io.indago.routes.lookup;

import io.indago.host.Outcome;
import io.indago.routes.provider.ProviderReport;
import io.indago.spi.Report;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the hits say, the same fact from several providers once, with its sources.
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
    public record Fact(String value, List<String> sources) {}

    /** A related indicator and the ids of the providers that name it, sorted. */
    public record RelatedFact(String type, String value, String relation, List<String> sources) {}

    static MergedFacts of(List<ProviderReport> reports) {
        List<Said> hits = reports.stream().flatMap(Said::of).toList();
        return new MergedFacts(
                facts(hits, Report::tags),
                facts(hits, Report::malwareFamilies),
                facts(hits, Report::actors),
                facts(hits, Report::techniques),
                facts(hits, report -> report.country().stream().toList()),
                facts(hits, report -> report.asn().stream()
                        .mapToObj(asn -> "AS" + asn)
                        .toList()),
                facts(hits, report -> report.asOwner().stream().toList()),
                facts(hits, report -> report.network().stream().toList()),
                related(hits),
                hits.stream().flatMap(hit -> hit.report().firstSeen().stream()).min(Comparator.naturalOrder()),
                hits.stream().flatMap(hit -> hit.report().lastSeen().stream()).max(Comparator.naturalOrder()));
    }

    private static List<Fact> facts(List<Said> hits, Function<Report, Collection<String>> values) {
        return merge(hits, values).entrySet().stream()
                .map(fact -> new Fact(fact.getKey(), List.copyOf(fact.getValue())))
                .toList();
    }

    private static List<RelatedFact> related(List<Said> hits) {
        record Key(String type, String value, String relation) {}
        return merge(hits, report -> report.related().stream()
                        .map(other -> new Key(other.type().id(), other.value(), other.relation()))
                        .toList())
                .entrySet()
                .stream()
                .map(fact -> new RelatedFact(
                        fact.getKey().type(),
                        fact.getKey().value(),
                        fact.getKey().relation(),
                        List.copyOf(fact.getValue())))
                .toList();
    }

    private static <K> Map<K, TreeSet<String>> merge(
            List<Said> hits, Function<Report, ? extends Collection<K>> values) {
        Map<K, TreeSet<String>> sources = new LinkedHashMap<>();
        for (Said hit : hits) {
            for (K value : values.apply(hit.report())) {
                sources.computeIfAbsent(value, unseen -> new TreeSet<>()).add(hit.provider());
            }
        }
        return sources;
    }

    private record Said(String provider, Report report) {
        static Stream<Said> of(ProviderReport report) {
            Outcome outcome = report.outcome();
            return outcome.report().map(said -> new Said(report.provider(), said)).stream();
        }
    }
}
