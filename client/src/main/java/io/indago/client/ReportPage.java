package io.indago.client;

import io.indago.client.Display.Colour;
import io.indago.client.UsageReport.Figures;
import io.indago.client.UsageReport.Row;
import java.util.List;
import java.util.Locale;

/** A report as a person reads it: all of it, then its rows. */
record ReportPage(Display display) {
    String text(UsageReport report) {
        StringBuilder page = new StringBuilder();
        page.append(display.line(
                Colour.BOLD,
                report.from() + " to " + report.to()
                        + report.asOf()
                                .map(last -> ", counted up to " + UtcTime.minute(last) + " UTC")
                                .orElse("")));
        Figures totals = report.totals();
        page.append(display.line(
                Colour.PLAIN,
                totals.requests() + " requests" + display.dot() + totals.lookups() + " lookups" + display.dot()
                        + totals.calls() + " calls" + display.dot() + "cost "
                        + totals.cost().toPlainString()));
        if (!report.rows().isEmpty()) {
            page.append('\n').append(table(report));
        }
        return page.toString();
    }

    private String table(UsageReport report) {
        Table table = new Table(
                display,
                1,
                List.of(
                        report.by().toUpperCase(Locale.ROOT),
                        "REQUESTS",
                        "LOOKUPS",
                        "BILLED",
                        "SHARED",
                        "CACHED",
                        "CALLS",
                        "COST"));
        for (Row row : report.rows()) {
            table.add(
                    Colour.PLAIN,
                    List.of(
                            row.key().isEmpty() ? "(none)" : row.key(),
                            Long.toString(row.requests()),
                            Long.toString(row.lookups()),
                            Long.toString(row.billed()),
                            Long.toString(row.shared()),
                            Long.toString(row.cached()),
                            Long.toString(row.calls()),
                            row.cost().toPlainString()));
        }
        String more = report.rows().size() < report.total()
                ? display.line(Colour.PLAIN, report.rows().size() + " of " + report.total() + " rows")
                : "";
        return table.text() + more;
    }
}
