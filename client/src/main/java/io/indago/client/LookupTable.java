package io.indago.client;

import io.indago.client.Display.Colour;
import io.indago.client.Enrichment.Findings;
import io.indago.client.Enrichment.Report;
import io.indago.client.Enrichment.Verdict;
import io.indago.client.LookupOutcome.Answered;
import io.indago.client.LookupOutcome.Failed;
import java.util.Comparator;
import java.util.List;

/** A row for each lookup: the verdict and the finding that says most. */
final class LookupTable implements LookupSheet {
    private static final int WIDEST_INDICATOR = 40;
    private static final int VERDICT = "informational".length();
    private static final List<String> HEADING = List.of("INDICATOR", "VERDICT", "SCORE", "COVERAGE", "TOP FINDING");

    private final Columns columns;

    /** @param inputs all there will be: rows are written before the last of them is known */
    LookupTable(Display display, List<String> inputs) {
        int widest = inputs.stream()
                .mapToInt(input -> Cells.width(display.safe(input)))
                .max()
                .orElse(0);
        int indicator = Math.max(HEADING.get(0).length(), Math.min(widest + "[]".length(), WIDEST_INDICATOR));
        this.columns = new Columns(
                display,
                List.of(
                        indicator,
                        VERDICT,
                        HEADING.get(2).length(),
                        HEADING.get(3).length()),
                1);
    }

    @Override
    public String heading() {
        return columns.row(Colour.BOLD, HEADING);
    }

    @Override
    public String line(LookupOutcome outcome) {
        if (outcome instanceof Answered answered) {
            return row(answered.enrichment());
        }
        return outcome instanceof Failed failed ? row(failed) : "";
    }

    private String row(Enrichment enrichment) {
        Verdict verdict = enrichment.verdict();
        Colour colour = Colour.ofVerdict(verdict.word());
        return columns.row(
                colour == Colour.BOLD ? Colour.PLAIN : colour,
                List.of(
                        enrichment.indicator().defanged(),
                        verdict.word(),
                        verdict.score().map(String::valueOf).orElse("-"),
                        verdict.coverage().answered() + "/" + verdict.coverage().asked(),
                        topFinding(enrichment)));
    }

    private String row(Failed failed) {
        String sentence = failed.problem().sentence();
        return columns.row(Colour.YELLOW, List.of(failed.input(), "no answer", "-", "-", sentence));
    }

    private static String topFinding(Enrichment enrichment) {
        return enrichment.reports().stream()
                .filter(report -> report.status().equals("hit"))
                .min(Comparator.comparingInt(LookupTable::score).reversed())
                .map(report -> report.provider() + ": " + report.reason())
                .orElse(enrichment.verdict().coverage().asked() == 0 ? "no provider was asked" : "no hit");
    }

    private static int score(Report hit) {
        return hit.findings().flatMap(Findings::score).orElse(-1);
    }
}
