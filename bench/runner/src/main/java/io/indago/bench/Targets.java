package io.indago.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is wanted of a hub, and whether it holds. */
final class Targets {
    private final Plan plan;
    private final Results results;
    private final String name;
    private final Hub hub;
    private final boolean newest;

    /** @param newest whether the targets are meant for this hub; for another the figures are only told */
    Targets(Plan plan, Results results, Hub hub, boolean newest) {
        this.plan = plan;
        this.results = results;
        this.hub = hub;
        this.name = hub.server().name();
        this.newest = newest;
    }

    List<Row> all() {
        Stream<Row> alone = plan.has(Cell.ALONE) ? Stream.of(overhead()) : Stream.empty();
        Stream<Row> common = Stream.of(
                cpu(Cell.FAST), cpu(Cell.SLOW), throughput(Cell.FAST), throughput(Cell.SLOW), memory(), ready());
        Stream<Row> crowd = newest ? Stream.of(crowd()) : Stream.of(crowd(), admission());
        return Stream.of(alone, common, crowd).flatMap(rows -> rows).toList();
    }

    /**
     * One row.
     *
     * @param wanted empty when the figure is only told
     */
    record Row(String target, String on, String bound, String value, String wanted, boolean holds) {
        String row() {
            String verdict = wanted.isEmpty() ? "" : holds ? "pass" : "**fail**";
            return "| " + String.join(" | ", target, on, bound, value, wanted, verdict) + " |\n";
        }
    }

    private Row overhead() {
        double over = Medians.of(results.of(name, Cell.ALONE), Measurement::p50) - Cell.ALONE.latency();
        double bound = Medians.of(results.of(Bench.BOUND, Cell.ALONE), Measurement::p50) - Cell.ALONE.latency();
        return row("overhead over 8 providers at 50 ms, one client, p50", ms(bound), ms(over), "≤ 5 ms", over <= 5);
    }

    private Row cpu(Cell cell) {
        double ratio = results.ratio(name, Bench.BOUND, cell, Measurement::cpuMillis);
        double bound = Medians.of(results.of(Bench.BOUND, cell), Measurement::cpuMillis);
        return row("CPU per lookup" + at(cell), ms(bound), times(ratio), "≤ 3 ×", ratio <= 3);
    }

    private Row throughput(Cell cell) {
        double ratio = results.ratio(name, Bench.BOUND, cell, Measurement::perSecond);
        double bound = Medians.of(results.of(Bench.BOUND, cell), Measurement::perSecond);
        return row("throughput" + at(cell), number("%,.0f/s", bound), times(ratio), "≥ 0.5 ×", ratio >= 0.5);
    }

    private Row crowd() {
        List<Measurement> rounds = results.of(name, Cell.CROWD);
        long bad = rounds.stream()
                .mapToLong(round -> round.failed() + round.refused())
                .sum();
        long lookups = rounds.stream().mapToLong(Measurement::lookups).sum();
        return row(
                "1,000 lookups in flight", "", number("%,d of %,d not answered", bad, lookups + bad), "none", bad == 0);
    }

    private Row memory() {
        double peak = results.of(name, Cell.CROWD).stream()
                .mapToDouble(Measurement::peakMegabytes)
                .max()
                .orElse(0);
        double bound = results.of(Bench.BOUND, Cell.CROWD).stream()
                .mapToDouble(Measurement::peakMegabytes)
                .max()
                .orElse(0);
        return row(
                "resident memory with 1,000 in flight, peak",
                number("%.0f MB", bound),
                number("%.0f MB", peak),
                "≤ 512 MB",
                peak <= 512);
    }

    private Row ready() {
        double seconds = hub.starts().median();
        return row(
                "ready after start, on the one core (first start of all "
                        + number("%.1f s", hub.starts().first()) + ")",
                "",
                number("%.1f s", seconds),
                "≤ 8 s",
                seconds <= 8);
    }

    /** Above the limit everybody is refused or served, and who is served does not wait for those before him. */
    private Row admission() {
        List<Measurement> rounds = results.of(name, Cell.CROWD);
        long refused = rounds.stream().mapToLong(Measurement::refused).sum();
        long failed = rounds.stream().mapToLong(Measurement::failed).sum();
        double p99 = Medians.of(rounds, Measurement::p99);
        return new Row(
                "1,000 clients: refused with 503 + Retry-After above the limit",
                name,
                "",
                number("%,d refused, %,d errors, p99 of the served %.0f ms", refused, failed, p99),
                "some, none",
                refused > 0 && failed == 0);
    }

    private Row row(String target, String bound, String value, String wanted, boolean holds) {
        return new Row(target, name, bound, value, newest ? wanted : "", holds);
    }

    private static String at(Cell cell) {
        return ", " + cell.clients() + " clients, " + cell.latency() + " ms";
    }

    private static String ms(double value) {
        return number("%.2f ms", value);
    }

    private static String times(double value) {
        return number("%.2f ×", value);
    }

    private static String number(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
