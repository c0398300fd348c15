package io.indago.plugins.xforce;

import io.indago.spi.Evidence;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.util.List;
import java.util.stream.Stream;

/** Servers a file has to do with: {@code {"rows": [{"ip": …, "domain": …, "uri": …}], "count": 1}}, or nothing. */
record Origin(JsonView view, String relation) {
    private static final int MOST_RELATED = 20;

    void addTo(Report.Builder report) {
        Evidence.listing(relation, relation.replace('-', ' ') + " ", names()).ifPresent(report::evidence);
        rows().stream()
                .flatMap(row -> Stream.of(
                                related(row, "/ip", IndicatorType.IPV4),
                                related(row, "/ip", IndicatorType.IPV6),
                                related(row, "/domain", IndicatorType.FQDN),
                                related(row, "/uri", IndicatorType.URL))
                        .flatMap(all -> all))
                .limit(MOST_RELATED)
                .forEach(report::related);
    }

    private List<JsonView> rows() {
        return view.at("/rows").items();
    }

    private List<String> names() {
        return rows().stream()
                .flatMap(row -> Stream.of("/domain", "/ip", "/host")
                        .flatMap(pointer -> row.at(pointer).text().stream())
                        .limit(1))
                .toList();
    }

    private Stream<Related> related(JsonView row, String pointer, IndicatorType type) {
        return row.at(pointer).text().stream()
                // The other kind of address; a report leaves out the rest of what could be none
                .filter(value -> type != IndicatorType.IPV4 || !value.contains(":"))
                .filter(value -> type != IndicatorType.IPV6 || value.contains(":"))
                .map(value -> Related.of(type, value, relation));
    }
}
