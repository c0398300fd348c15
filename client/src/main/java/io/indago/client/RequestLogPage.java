package io.indago.client;

import io.indago.client.Display.Colour;
import io.indago.client.RequestLog.Entry;
import java.util.List;

/** Requests as a person reads them. */
record RequestLogPage(Display display) {
    String text(RequestLog log) {
        StringBuilder page = new StringBuilder();
        page.append(display.line(
                Colour.BOLD,
                log.from() + " to " + log.to() + display.dot() + log.entries().size() + " of " + log.total()
                        + " requests"
                        + log.lastAuthentication()
                                .map(at -> display.dot() + "last login " + UtcTime.minute(at) + " UTC")
                                .orElse("")));
        if (!log.entries().isEmpty()) {
            Table table = new Table(display, 1, List.of("WHEN (UTC)", "USER", "STATUS", "ADDRESS", "WHAT"));
            log.entries().forEach(entry -> table.add(Colour.PLAIN, cells(entry)));
            page.append('\n').append(table.text());
        }
        return page.toString();
    }

    private static List<String> cells(Entry entry) {
        String what = entry.indicator().orElseGet(() -> entry.method() + " " + entry.endpoint());
        return List.of(
                UtcTime.minute(entry.at()),
                entry.user(),
                entry.status().map(String::valueOf).orElse(entry.stage()),
                entry.address(),
                what);
    }
}
