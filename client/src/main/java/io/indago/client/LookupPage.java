package io.indago.client;

import io.indago.client.Display.Colour;
import io.indago.client.Enrichment.Coverage;
import io.indago.client.Enrichment.Report;
import io.indago.client.Enrichment.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An enrichment as a person reads it: what it is, the verdict and why, then provider by provider. */
record LookupPage(Display display) {
    private static final int LINES_OF_A_REASON = 3;

    String text(Enrichment enrichment) {
        StringBuilder page = new StringBuilder();
        page.append(display.line(
                Colour.BOLD,
                enrichment.indicator().defanged() + "  ("
                        + enrichment.indicator().type() + ")"));
        page.append(headline(enrichment)).append('\n');
        String sandboxed = enrichment.reports().stream()
                .filter(report -> report.sandbox() && report.asked())
                .map(Report::provider)
                .collect(Collectors.joining(", "));
        if (!sandboxed.isEmpty()) {
            page.append(
                    display.line(Colour.YELLOW, "sandbox answers: " + sandboxed + display.dash() + "not real data"));
        }
        enrichment.indicator().warnings().forEach(warning -> paragraph(page, "note: ", warning.text()));
        page.append("\nwhy:\n");
        enrichment.verdict().why().forEach(reason -> paragraph(page, "  ", reason));
        page.append('\n');
        new ReportTable(display).lines(enrichment.reports()).forEach(row -> page.append(row)
                .append('\n'));
        return page.toString();
    }

    private String headline(Enrichment enrichment) {
        Verdict verdict = enrichment.verdict();
        return display.paint(Colour.ofVerdict(verdict.word()), display.safe(verdict.word()))
                + verdict.score().map(score -> ", score " + score).orElse("")
                + display.dot()
                + coverage(verdict.coverage())
                + display.dot()
                + String.format(Locale.ROOT, "%.2f s", enrichment.tookMs() / 1000.0);
    }

    private static String coverage(Coverage coverage) {
        return coverage.asked() == 0
                ? "no provider was asked"
                : coverage.answered() + " of " + coverage.asked() + " providers answered";
    }

    /** A label and text, whose further lines are indented as far as the label is. */
    private void paragraph(StringBuilder page, String label, String text) {
        List<String> lines =
                Cells.wrap(display.safe(text), display.width() - label.length(), LINES_OF_A_REASON, display.ellipsis());
        String margin = label;
        for (String line : lines) {
            page.append(margin).append(line).append('\n');
            margin = " ".repeat(label.length());
        }
    }
}
