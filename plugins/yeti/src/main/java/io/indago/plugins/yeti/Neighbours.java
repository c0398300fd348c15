package io.indago.plugins.yeti;

import io.indago.spi.Evidence;
import io.indago.spi.HttpReply;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an observable is linked with: {@code {"vertices": {"entities/1": {"root_type": "entity", "type": "malware", "name":
 * …}}}}.
 */
record Neighbours(Collection<JsonView> all, boolean missing) {
    static final Neighbours NONE = new Neighbours(List.of(), false);
    private static final int MOST = 50;

    /** What asks for those of that observable. */
    static Map<String, Object> search(String id) {
        Map<String, Object> search = new LinkedHashMap<>();
        search.put("source", "observables/" + id);
        search.put("graph", "links");
        search.put("hops", 1);
        search.put("direction", "any");
        search.put("include_original", false);
        search.put("count", MOST);
        search.put("page", 0);
        return search;
    }

    static Neighbours of(HttpReply reply) {
        return reply.status() == 200
                ? new Neighbours(reply.json().at("/vertices").fields().values(), false)
                : new Neighbours(List.of(), true);
    }

    void addTo(Report.Builder report) {
        report.malwareFamilies(names("malware", "tool"))
                .actors(names("threat-actor", "intrusion-set"))
                .techniques(all.stream()
                        .filter(it -> it.textAt("/type", "").equals("attack-pattern"))
                        .flatMap(it -> it.at("/name").text().stream())
                        .filter(name -> name.matches("T\\d{4}(\\.\\d{3})?"))
                        .toList());
        Evidence.listing("campaigns", "linked with the campaigns ", names("campaign"))
                .ifPresent(report::evidence);
        if (missing) {
            report.evidence(Evidence.of("incomplete", "YETI could not say what it is linked with"));
        }
        all.stream().flatMap(it -> related(it).stream()).forEach(report::related);
    }

    private List<String> names(String... types) {
        return all.stream()
                .filter(it -> Stream.of(types).anyMatch(it.textAt("/type", "")::equals))
                .flatMap(it -> it.at("/name").text().stream())
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }

    private static Optional<Related> related(JsonView vertex) {
        if (!vertex.textAt("/root_type", "").equals("observable")) {
            return Optional.empty();
        }
        return type(vertex.textAt("/type", ""))
                .flatMap(type -> vertex.at("/value").text().map(value -> Related.of(type, value, "linked")));
    }

    private static Optional<IndicatorType> type(String written) {
        return written.equals("hostname")
                ? Optional.of(IndicatorType.FQDN)
                : Stream.of(IndicatorType.values())
                        .filter(type -> type.id().equals(written.toLowerCase(Locale.ROOT)))
                        .findFirst();
    }
}
