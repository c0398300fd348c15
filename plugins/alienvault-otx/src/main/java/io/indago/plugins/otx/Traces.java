package io.indago.plugins.otx;

import io.indago.spi.Evidence;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where an indicator was seen in passing.
 *
 * @param records of passive DNS: {@code {"hostname": …, "record_type": "A", "address": …, "first": …, "last": …}}
 * @param visits of OTX's crawler: {@code {"date": …, "result": {"urlworker": {"ip": …}}, "gsb": […]}}
 */
record Traces(List<JsonView> records, List<JsonView> visits) {
    private static final int MAX_RELATED = 20;

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
        Stream.of(texts(records, "/address"), texts(visits, "/result/urlworker/ip"), texts(records, "/hostname"))
                .flatMap(values -> values)
                .filter(value -> !value.equals(subject))
                .distinct()
                .limit(MAX_RELATED)
                .map(Traces::related)
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

    /** By its looks; the report leaves it out where they deceive. */
    private static Related related(String value) {
        if (value.contains(":")) {
            return Related.of(IndicatorType.IPV6, value, "resolves-to");
        }
        return value.chars().allMatch(c -> c == '.' || Character.isDigit(c))
                ? Related.of(IndicatorType.IPV4, value, "resolves-to")
                : Related.of(IndicatorType.FQDN, value, "passive-dns");
    }

    private static Stream<String> texts(List<JsonView> views, String pointer) {
        return views.stream().flatMap(view -> view.at(pointer).text().stream());
    }

    private static void listed(Report.Builder report, String code, String introduction, Stream<String> values) {
        Evidence.listing(code, introduction, values.toList()).ifPresent(report::evidence);
    }
}
