package io.indago.client;

import io.indago.client.Display.Colour;
import io.indago.client.Enrichment.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What each provider said, a row for each: hits first, then the others that were asked, then those that were not. */
record ReportTable(Display display) {
    private static final String GAP = "  ";
    private static final int WIDEST_NAME = 20;
    private static final int LINES_OF_A_FINDING = 2;

    List<String> lines(List<Report> reports) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("PROVIDER", "STATUS", "FINDING", "TIME", Colour.BOLD));
        reports.stream()
                .sorted(Comparator.comparingInt(ReportTable::rank))
                .map(this::row)
                .forEach(rows::add);
        int provider = widest(rows.stream().map(Row::provider).toList());
        int status = widest(rows.stream().map(Row::status).toList());
        int time = widest(rows.stream().map(Row::time).toList());
        int text = display.width() - provider - status - time - 3 * GAP.length();
        return rows.stream()
                .flatMap(row -> row.lines(display, provider, status, text, time).stream())
                .toList();
    }

    private static int rank(Report report) {
        if (report.status().equals("hit")) {
            return 0;
        }
        return report.asked() ? 1 : 2;
    }

    private Row row(Report report) {
        String reason = report.reason()
                + report.retryAfterSeconds()
                        .map(seconds -> "; again in " + seconds + " s")
                        .orElse("");
        return new Row(
                name(report.provider()),
                name(report.status() + report.error().map(kind -> ": " + kind).orElse("")),
                display.safe(reason),
                time(report),
                colour(report));
    }

    private static String time(Report report) {
        if (!report.asked()) {
            return "-";
        }
        return report.origin().equals(Optional.of("cache"))
                ? "cached"
                : String.format(Locale.ROOT, "%.2f s", report.tookMs() / 1000.0);
    }

    private String name(String text) {
        return Cells.shorten(display.safe(text), WIDEST_NAME, display.ellipsis());
    }

    private static int widest(List<String> column) {
        return column.stream().mapToInt(Cells::width).max().orElse(0);
    }

    private static Colour colour(Report report) {
        if (!report.asked()) {
            return Colour.FAINT;
        }
        return report.answered() ? Colour.PLAIN : Colour.YELLOW;
    }

    private record Row(String provider, String status, String text, String time, Colour colour) {

        List<String> lines(Display display, int providerWidth, int statusWidth, int textWidth, int timeWidth) {
            List<String> lines = new ArrayList<>();
            List<String> texts = Cells.wrap(text, textWidth, LINES_OF_A_FINDING, display.ellipsis());
            String names = Cells.pad(provider, providerWidth) + GAP + Cells.pad(status, statusWidth) + GAP;
            String first =
                    names + Cells.pad(texts.get(0), textWidth) + GAP + " ".repeat(timeWidth - time.length()) + time;
            lines.add(display.paint(colour, first));
            String margin = " ".repeat(Cells.width(names));
            texts.stream()
                    .skip(1)
                    .map(more -> display.paint(colour, margin + more))
                    .forEach(lines::add);
            return lines;
        }
    }
}
