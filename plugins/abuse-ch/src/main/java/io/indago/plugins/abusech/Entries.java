package io.indago.plugins.abusech;

import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.util.List;

/** The URLs of a host or payload, or the payloads of a URL. */
record Entries(List<JsonView> views) {

    static Entries at(JsonView body, String pointer) {
        return new Entries(body.at(pointer).items());
    }

    /** Each once. */
    List<String> texts(String pointer) {
        return views.stream()
                .flatMap(view -> Texts.at(view, pointer).stream())
                .distinct()
                .toList();
    }

    long online() {
        return views.stream()
                .filter(view -> view.textAt("/url_status", "").equals("online"))
                .count();
    }

    /** How many there are: URLhaus counts more than it lists. */
    long counted(JsonView body) {
        return Math.max(views.size(), body.integerAt("/url_count", 0));
    }

    void relate(Report.Builder report, IndicatorType type, String pointer, String relation) {
        texts(pointer).forEach(value -> report.related(Related.of(type, value, relation)));
    }
}
