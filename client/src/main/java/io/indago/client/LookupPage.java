package io.indago.client;

import io.indago.client.Display.Colour;
import io.indago.client.Enrichment.Coverage;
import io.indago.client.Enrichment.Report;
import io.indago.client.Enrichment.Verdict;
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
        String standIns = enrichment.reports().stream()
                .filter(report -> report.sandbox() && report.asked())
                .map(Report::provider)
                .collect(Collectors.joining(", "));
        if (!standIns.isEmpty()) {
            page.append(display.line(
                    Colour.YELLOW,
                    "not asked for real: " + standIns + display.dash() + "the sandbox or recordings answer"));
        }
        enrichment
                .indicator()
                .warnings()
                .forEach(warning -> page.append(display.paragraph("note: ", warning.text(), LINES_OF_A_REASON)));
        page.append("\nwhy:\n");
        enrichment.verdict().why().forEach(reason -> page.append(display.paragraph("  ", reason, LINES_OF_A_REASON)));
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
}
