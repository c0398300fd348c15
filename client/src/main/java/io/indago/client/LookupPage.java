package io.indago.client;

import io.indago.client.Display.Colour;
import io.indago.client.Enrichment.Coverage;
import io.indago.client.Enrichment.Report;
import io.indago.client.Enrichment.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        page.append(standIns(enrichment.reports().stream().filter(Report::asked).toList()));
        enrichment
                .indicator()
                .warnings()
                .forEach(warning -> page.append(display.paragraph("note: ", warning.text(), LINES_OF_A_REASON)));
        page.append("\nwhy:\n");
        enrichment.verdict().why().forEach(reason -> page.append(display.paragraph("  ", reason, LINES_OF_A_REASON)));
        page.append('\n');
        Map<Boolean, List<Report>> reports = enrichment.reports().stream()
                .collect(Collectors.partitioningBy(report -> report.status().equals(Bystanders.STATUS)));
        new ReportTable(display).lines(reports.get(false)).forEach(row -> page.append(row)
                .append('\n'));
        page.append(new Bystanders(display).line(enrichment.indicator().type(), ids(reports.get(true).stream())));
        return page.toString();
    }

    /** Whom the sandbox or a recording answered for. */
    private String standIns(List<Report> asked) {
        List<String> standIns = ids(asked.stream().filter(Report::sandbox));
        if (standIns.isEmpty()) {
            return "";
        }
        return display.line(
                Colour.YELLOW,
                standIns.size() == asked.size()
                        ? "nobody was asked for real: the sandbox or recordings answer"
                        : "the sandbox or recordings answer for " + String.join(", ", standIns));
    }

    private static List<String> ids(Stream<Report> reports) {
        return reports.map(Report::provider).toList();
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
