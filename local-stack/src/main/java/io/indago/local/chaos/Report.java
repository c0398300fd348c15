package io.indago.local.chaos;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The table, a line for each scenario as it ends. */
final class Report {
    private static final String LINE = "%-19s %6s %7s %8s %9s %6s %6s %6s %7s %5s %11s %7s %8s %9s %5s  %s%n";

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void header() {
        line(
                "scenario",
                "seed",
                "lookups",
                "answered",
                "refused",
                "broken",
                "asked",
                "rows",
                "missing",
                "twice",
                "interrupted",
                "p50",
                "p99",
                "slowest",
                "s",
                "verdict");
    }

    void row(Result result) {
        Verdict verdict = result.verdict();
        line(
                result.scenario(),
                result.seed(),
                verdict.sent(),
                verdict.answered(),
                refusals(verdict),
                verdict.broken(),
                verdict.asked(),
                verdict.rows(),
                verdict.missing(),
                verdict.duplicates(),
                verdict.interrupted(),
                millis(verdict.latencies().all().p50()),
                millis(verdict.latencies().all().p99()),
                millis(verdict.latencies().all().slowest()),
                result.took().toSeconds(),
                words(result));
    }

    void skipped(String scenario, String why) {
        out.printf(Locale.ROOT, "%-19s not run: %s%n", scenario, why);
    }

    void say(String sentence) {
        out.println(sentence);
    }

    private static String words(Result result) {
        List<String> words = new ArrayList<>(List.of(result.verdict().words()));
        result.verdict().latencies().meanwhile().ifPresent(words::add);
        words.addAll(result.notes());
        return String.join("; ", words);
    }

    private static String millis(Duration time) {
        return time.toMillis() + " ms";
    }

    /** As 1400×503. */
    private static String refusals(Verdict verdict) {
        return verdict.refused().isEmpty()
                ? "0"
                : verdict.refused().entrySet().stream()
                        .map(refused -> refused.getValue() + "×" + refused.getKey())
                        .collect(Collectors.joining("+"));
    }

    private void line(Object... cells) {
        out.printf(Locale.ROOT, LINE, cells);
        out.flush();
    }
}
