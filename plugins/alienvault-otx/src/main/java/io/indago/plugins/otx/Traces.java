package io.indago.plugins.otx;

import io.indago.spi.Evidence;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where an indicator was seen in passing.
 *
 * @param records of passive DNS: {@code {"hostname": …, "record_type": "A", "address": …, "first": …, "last": …}}
 * @param visits of OTX's crawler: {@code {"date": …, "result": {"urlworker": {"ip": …}}, "gsb": […]}}
 */
record Traces(List<JsonView> records, List<JsonView> visits) {
    private static final int MAX_RELATED = 20;
    private static final Map<String, String> OF_NAMES =
            Map.of("CNAME", "alias-of", "MX", "mail-server", "NS", "name-server");

    static Traces of(Sections sections) {
        return new Traces(objects(sections, "/passive_dns"), objects(sections, "/url_list"));
    }

    private static List<JsonView> objects(Sections sections, String pointer) {
        return sections.items(pointer)
                .filter(item -> item.kind() == JsonView.Kind.OBJECT)
                .toList();
    }

    boolean isEmpty() {
        return records.isEmpty() && visits.isEmpty();
    }

    /**
     * What they are evidence of.
     *
     * @param subject isn't related to itself
     */
    void addTo(Report.Builder report, String subject) {
        listed(report, "passive-dns", "passive DNS: ", records.stream().map(Traces::shown));
        listed(report, "visits", "OTX visited it at ", texts(visits, "/date"));
        listed(report, "safe-browsing", "Google Safe Browsing listed it at ", texts(blocked(), "/date"));
        Map<String, Related> related = new LinkedHashMap<>();
        if (!isAddress(subject)) {
            records.forEach(record -> target(record).ifPresent(to -> related.putIfAbsent(to.value(), to)));
            texts(visits, "/result/urlworker/ip").forEach(ip -> related.putIfAbsent(ip, address(ip)));
        }
        texts(records, "/hostname").forEach(name -> related.putIfAbsent(name, owner(name, subject)));
        related.values().stream()
                .filter(other -> !other.value().equals(subject))
                .limit(MAX_RELATED)
                .forEach(report::related);
    }

    void addTimesTo(Report.Builder report) {
        texts(records, "/first").forEach(report::firstSeen);
        texts(records, "/last").forEach(report::lastSeen);
        texts(visits, "/date").forEach(date -> report.firstSeen(date).lastSeen(date));
    }

    private List<JsonView> blocked() {
        return visits.stream()
                .filter(visit -> !visit.at("/gsb").items().isEmpty()
                        || !visit.at("/result/safebrowsing/matches").items().isEmpty())
                .toList();
    }

    private static String shown(JsonView record) {
        return record.textAt("/hostname", "") + " " + record.textAt("/record_type", "") + " "
                + record.textAt("/address", "");
    }

    /** What a name pointed at: an address by its looks, which the report leaves out where they deceive, or a name. */
    private static Optional<Related> target(JsonView record) {
        return record.at("/address")
                .text()
                .flatMap(value -> isAddress(value)
                        ? Optional.of(address(value))
                        : Optional.ofNullable(OF_NAMES.get(record.textAt("/record_type", "")))
                                .map(relation -> Related.of(IndicatorType.FQDN, value, relation)));
    }

    private static Related address(String value) {
        return Related.of(value.contains(":") ? IndicatorType.IPV6 : IndicatorType.IPV4, value, "resolves-to");
    }

    /** Whose record it is: of an address a name, of a name one below it or one that led to it. */
    private static Related owner(String name, String subject) {
        String relation = isAddress(subject) ? "name" : name.endsWith("." + subject) ? "subdomain" : "alias";
        return Related.of(IndicatorType.FQDN, name, relation);
    }

    private static boolean isAddress(String value) {
        return value.matches("[0-9.]+|[0-9a-fA-F.]*:[0-9a-fA-F:.]+");
    }

    private static Stream<String> texts(List<JsonView> views, String pointer) {
        return views.stream().flatMap(view -> view.at(pointer).text().stream());
    }

    private static void listed(Report.Builder report, String code, String introduction, Stream<String> values) {
        Evidence.listing(code, introduction, values.toList()).ifPresent(report::evidence);
    }
}
